namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Score of a domain; at or above the threshold is on track.</summary>
public sealed record Asq3Domain(
    IReadOnlyList<string> Codes,
    double Threshold,
    bool Sample = false);
