namespace FamilyHubs.Pipeline.Lake;

/// <summary>Sizes that bound the memory of the lake. The defaults keep an ingest of any size under 400 MiB (quality.md 1).</summary>
public sealed record LakeOptions
{
    /// <summary>Rows that are sorted at once while a batch is read.</summary>
    public int RunRows { get; init; } = 65_536;

    /// <summary>Bytes of sorted rows kept in memory over all tables of a batch; what is beyond goes to a temporary file.</summary>
    public long StagingBytes { get; init; } = 16L << 20;

    /// <summary>Rows of a Parquet file; a file that grows is split before it has twice as many. Smaller files make smaller deltas.</summary>
    public int FileRows { get; init; } = 49_152;

    /// <summary>Rows of a row group: the unit that is decoded at once.</summary>
    public int RowGroupRows { get; init; } = 49_152;

    /// <summary>Upkeep puts small neighbouring files together when that makes at least so many files fewer.</summary>
    public int CompactFiles { get; init; } = 8;

    /// <summary>Upkeep writes a checkpoint when there have been so many commits since the last one.</summary>
    public int CheckpointCommits { get; init; } = 10;

    /// <summary>Files that are encoded or decoded at the same time, in the thread pool; with one, nothing is done beside the merge itself.</summary>
    public int Parallelism { get; init; } = 2;

    /// <summary>Folder of the temporary files; they disappear with the process.</summary>
    public string SpillFolder { get; init; } = Path.GetTempPath();
}
