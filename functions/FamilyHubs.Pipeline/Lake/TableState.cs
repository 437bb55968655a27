using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>One version of a table.</summary>
public sealed class TableState
{
    private readonly IReadOnlyDictionary<string, (TableCommit Commit, long Onto)> _commits;

    internal TableState(long version, TableSchema schema, IReadOnlyList<DataFile> files, IReadOnlyDictionary<string, (TableCommit Commit, long Onto)> commits)
    {
        Version = version;
        Schema = schema;
        Files = files;
        Rows = files.Sum(file => file.Rows);
        _commits = commits;
    }

    public long Version { get; }

    /// <summary>All columns that the table has had so far, and its key.</summary>
    public TableSchema Schema { get; }

    /// <summary>Data files in key order.</summary>
    public IReadOnlyList<DataFile> Files { get; }

    public long Rows { get; }

    /// <summary>Rows that its files held and that were taken out of them since, as their people were forgotten.</summary>
    internal long Forgotten { get; init; }

    /// <summary>What the last commit of that identity did, or null.</summary>
    /// <param name="identity">The work.</param>
    /// <param name="onto">Version on which it must have been made; null for any.</param>
    internal TableCommit? FindCommit(string identity, long? onto) =>
        _commits.TryGetValue(identity, out var made) && (onto is null || made.Onto == onto) ? made.Commit : null;
}
