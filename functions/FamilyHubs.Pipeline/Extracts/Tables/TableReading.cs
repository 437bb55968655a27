namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>What reading one file gave. Rows = kept + refused; removals are among the kept.</summary>
public sealed record TableReading
{
    public required string Table { get; init; }

    /// <summary>Changes rather than a full history; true too for a file that the manifest does not list, which then only upserts.</summary>
    public bool IsDelta { get; init; }

    /// <summary>Moment up to which the file was drawn.</summary>
    public DateTime? ExtractTo { get; init; }

    /// <summary>Records after the header.</summary>
    public long Rows { get; init; }

    /// <summary>Rows handed to the sink.</summary>
    public long Kept { get; init; }

    /// <summary>Kept rows that take a record away.</summary>
    public long Removed { get; init; }

    public required RefusedRows Refused { get; init; }

    /// <summary>Bytes of the file, unpacked.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the unpacked bytes, lower-case hexadecimal.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Bytes that the encoding does not define.</summary>
    public long UndefinedBytes { get; init; }

    /// <summary>Columns that the contract does not list.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>Columns that the file could have and has not; they are empty.</summary>
    public IReadOnlyList<string> MissingColumns { get; init; } = [];

    public IReadOnlyList<ListStyle> Lists { get; init; } = [];

    public IReadOnlyList<QualityCount> Quality { get; init; } = [];

    /// <summary>Findings about the file as a whole.</summary>
    public IReadOnlyList<ValidationFinding> Findings { get; init; } = [];

    /// <summary>Nothing was found for which the file must not be committed.</summary>
    public bool IsAccepted => !Findings.Any(f => f.Severity == Severity.Error);
}
