namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>The disclosure rule that was applied.</summary>
/// <param name="Threshold">Counts below it, but zero, are hidden.</param>
/// <param name="RoundTo">The others are rounded to its multiples; 0 or 1: not rounded.</param>
public sealed record SnapshotDisclosure(string Rule, int Threshold, int RoundTo);
