namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>What a revision of a snapshot holds: <c>manifest.json</c>, written after all other files.</summary>
/// <param name="Format">Version of this document.</param>
/// <param name="SupersededRevision">The revision before; null for the first.</param>
/// <param name="ComputedAt">UTC.</param>
/// <param name="SchemaFingerprint">Of the columns of all tables: equal when these are.</param>
/// <param name="Changes">Figures that differ from the revision before; none for the first.</param>
public sealed record SnapshotManifest(
    int Format,
    string Area,
    string Month,
    int Revision,
    int? SupersededRevision,
    string DefinitionVersion,
    string Extract,
    string Run,
    DateTime ComputedAt,
    SnapshotDisclosure Disclosure,
    string SchemaFingerprint,
    IReadOnlyList<SnapshotFile> Files,
    IReadOnlyList<SnapshotTableSummary> Tables,
    IReadOnlyList<SnapshotChange> Changes)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    public const int CurrentFormat = 1;
}
