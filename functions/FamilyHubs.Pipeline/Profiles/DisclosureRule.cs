namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Counts below the threshold are suppressed, the rest rounded; 0 is off.</summary>
public sealed record DisclosureRule(
    int Threshold,
    int RoundTo);
