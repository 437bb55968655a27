using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>The ledger's record of one batch, return or reference file.</summary>
/// <param name="Area">Area.</param>
/// <param name="Extract">Name of the batch (<c>yyyyMMdd_HHmm</c>), or path of a return or reference file below the area.</param>
/// <param name="State">What has become of it.</param>
/// <param name="UpdatedAt">When the state was last written.</param>
public sealed record ExtractEntry(string Area, string Extract, ExtractState State, DateTimeOffset UpdatedAt)
{
    /// <summary>Reason code of a refusal or hold (extracts.md 1).</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in a sentence with its remedy.</summary>
    public string? Message { get; init; }

    /// <summary>SHA-256 of the content; the same content is not taken twice.</summary>
    public string? ContentHash { get; init; }

    /// <summary>DateExtractTo of the batch: what it holds is complete up to this wall-clock time.</summary>
    public DateTime? DateTo { get; init; }

    /// <summary>Position in the order of commits of the area; 0 for what is not committed.</summary>
    public long Sequence { get; init; }

    /// <summary>Counts of each table.</summary>
    public IReadOnlyList<TableIngest> Tables { get; init; } = [];

    /// <summary>Version of every lake table of the area after this commit.</summary>
    public IReadOnlyDictionary<string, long> Pins { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>What the reader counted by the rules of data quality (calculations.md 13).</summary>
    public IReadOnlyList<Finding> Quality { get; init; } = [];

    /// <summary>Findings worth reading that refused nothing: unlisted files, unknown columns.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// ETags of the blobs in <c>landing</c> that were read last, by name below the area. They tell a file that only has not been moved
    /// to the archive yet from one that was sent anew.
    /// </summary>
    public IReadOnlyDictionary<string, string> Blobs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How often something of this name was committed: content that comes back later is new work, a retry is not.</summary>
    public long Commits { get; init; }

    /// <summary>Organisations among the rows of a committed batch.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>ETag of the ledger row as read.</summary>
    public string? ETag { get; init; }

    public long RefusedRows => Tables.Sum(t => t.Refused);

    /// <summary>True when what was read last is dealt with and only has to leave <c>landing</c>.</summary>
    public bool IsSettled => State == ExtractState.Duplicate || (State == ExtractState.Done && Reason is null);

    /// <summary>True for a SystmOne batch, false for a return or reference file.</summary>
    public bool IsBatch => !Extract.Contains('/', StringComparison.Ordinal);
}
