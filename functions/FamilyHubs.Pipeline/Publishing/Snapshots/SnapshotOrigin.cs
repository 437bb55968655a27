namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Where the figures of a row come from.</summary>
/// <param name="ComputedAt">UTC, to the second.</param>
public sealed record SnapshotOrigin(string Area, string Month, string DefinitionVersion, string Extract, string Run, DateTime ComputedAt);
