namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A revision of a snapshot as it goes to storage.</summary>
/// <param name="Manifest">Describes the files.</param>
/// <param name="Files">The files by name, without the manifest.</param>
public sealed record SnapshotContent(SnapshotManifest Manifest, IReadOnlyDictionary<string, byte[]> Files);
