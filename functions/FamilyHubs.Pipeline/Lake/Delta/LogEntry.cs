using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>One commit of a table's log.</summary>
/// <param name="Operation">What was done: <c>MERGE</c>, <c>REMOVE PATIENTS</c> or <c>OPTIMIZE</c>.</param>
/// <param name="Source">What it was done from.</param>
/// <param name="Commit">What it did, in rows.</param>
/// <param name="Schema">Schema of the table from this commit on; null when it is that of the commit before.</param>
/// <param name="Added">Files of the table from this commit on.</param>
/// <param name="Removed">Paths and sizes of the files that are no longer of the table.</param>
internal sealed record LogEntry(
    string Operation,
    CommitSource Source,
    TableCommit Commit,
    TableSchema? Schema,
    IReadOnlyList<DataFile> Added,
    IReadOnlyList<RemovedFile> Removed)
{
    public const string Merge = "MERGE";
    public const string RemovePatients = "REMOVE PATIENTS";
    public const string Compact = "OPTIMIZE";

    /// <summary>Rows of forgotten people that were in the table before this commit and are not counted in it.</summary>
    public long RowsForgotten { get; init; }

    /// <summary>
    /// Files of this commit that held people who have been forgotten since, with the rows taken out: in <see cref="Added"/> stands what is left of
    /// each, or nothing. By the path of the file as it was.
    /// </summary>
    public IReadOnlyDictionary<string, long> Forgotten { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Version that the commit was made on; null for the one before it.</summary>
    public long? ReadVersion { get; init; }

    /// <summary>Version that the commit was made on.</summary>
    public long Onto => ReadVersion ?? Commit.Version - 1;

    /// <summary>True when the commit changed rows: others, such as putting small files together, leave the table as it was.</summary>
    public bool ChangesRows => Operation is Merge or RemovePatients;

    /// <summary>Tells whether two commits are the same work.</summary>
    public string Identity => IdentityOf(Operation, Source);

    public static string IdentityOf(string operation, CommitSource source) => $"{operation}/{source.Extract}/{source.ContentHash}";
}
