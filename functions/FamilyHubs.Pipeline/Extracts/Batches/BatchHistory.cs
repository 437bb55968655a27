namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>What has been committed for an area before a batch is read: without it no order can be checked (extracts.md 1).</summary>
public sealed record BatchHistory
{
    /// <summary>Nothing has been committed.</summary>
    public static BatchHistory None { get; } = new();

    /// <summary>What has been committed is not known: a batch is looked at by itself, and its place in the order is not judged.</summary>
    public static BatchHistory Unknown { get; } = new() { IsUnknown = true };

    /// <summary>The DateExtractTo of the last committed file of each table.</summary>
    public IReadOnlyDictionary<string, DateTime> LastExtractTo { get; init; } = new Dictionary<string, DateTime>();

    /// <summary>Content hashes of the committed batches.</summary>
    public IReadOnlySet<string> ContentHashes { get; init; } = new HashSet<string>();

    /// <summary>A batch that would close a gap may still come: a batch out of its turn is deferred, not refused.</summary>
    public bool EarlierMayCome { get; init; }

    /// <summary>Nobody knows what has been committed (<c>validate</c>).</summary>
    public bool IsUnknown { get; init; }

    /// <summary>
    /// A planned re-load (<c>--force</c>): an older DateExtractTo than the last committed one is taken, and so is content that was committed before, since an
    /// older copy may have replaced it in between.
    /// </summary>
    public bool Force { get; init; }
}
