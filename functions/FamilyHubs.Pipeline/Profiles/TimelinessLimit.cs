namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Days allowed, calendar or working.</summary>
public sealed record TimelinessLimit(
    int Days,
    string Basis);
