namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Which revision of a month is the newest that is whole: a row of table <c>Runs</c>, written after everything else. The container of snapshots itself is write-once.</summary>
/// <param name="Manifest">Path of its manifest below the month's folder.</param>
/// <param name="ManifestSha256">Lower-case hexadecimal digits.</param>
public sealed record SnapshotPointer(string Area, string Month, int Revision, string Run, string Manifest, string ManifestSha256);
