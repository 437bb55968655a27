namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>What an archive may be (extracts.md 1, <c>archive-unsafe</c>).</summary>
public sealed record ArchiveLimits
{
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Entries; the specification knows 192 tables.</summary>
    public int MaxEntries { get; init; } = 1000;

    /// <summary>Declared bytes of one entry once unpacked.</summary>
    public long MaxEntryBytes { get; init; } = 256L << 30;

    /// <summary>Declared bytes of all entries once unpacked.</summary>
    public long MaxTotalBytes { get; init; } = 512L << 30;

    /// <summary>Unpacked bytes for each packed byte of an entry.</summary>
    public int MaxRatio { get; init; } = 200;
}
