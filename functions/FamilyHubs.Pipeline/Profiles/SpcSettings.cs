namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Rules of the XmR charts (calculations.md 8).</summary>
public sealed record SpcSettings(
    int MinimumPoints,
    int ShiftPoints,
    int TrendPoints,
    bool ScreenMovingRanges,
    double LimitFactor,
    double ScreenFactor,
    IReadOnlyList<SpcRebase> Rebase);
