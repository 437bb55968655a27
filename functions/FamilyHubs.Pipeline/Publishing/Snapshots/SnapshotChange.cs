namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A figure that differs from the revision before. Nothing is said of figures that both hide.</summary>
/// <param name="Key">The columns that tell its row apart.</param>
/// <param name="Before">As text; null when it was empty or hidden.</param>
/// <param name="After">As text; null when it is empty or hidden.</param>
/// <param name="Difference">After less before, for numbers that both show.</param>
public sealed record SnapshotChange(
    string Table, IReadOnlyDictionary<string, string?> Key, string Column, string? Before, string? After, double? Difference);
