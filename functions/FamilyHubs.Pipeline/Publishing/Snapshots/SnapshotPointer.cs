namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Which revision of a month is the newest that is whole: <c>{area}/{month}/latest.json</c>, written after everything else.</summary>
/// <param name="Manifest">Path of its manifest below the month's folder.</param>
/// <param name="ManifestSha256">Lower-case hexadecimal digits.</param>
public sealed record SnapshotPointer(string Area, string Month, int Revision, string Run, string Manifest, string ManifestSha256);
