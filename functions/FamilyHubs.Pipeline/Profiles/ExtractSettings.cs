namespace FamilyHubs.Pipeline.Profiles;

/// <summary>How the area's extract is read (extracts.md 1-3).</summary>
public sealed record ExtractSettings(
    string Delimiter,
    string Qualifier,
    string Encoding,
    bool FullIsComplete,
    double MaxBadRowsPercent,
    int MaxBadRowsMinimum,
    double FreshnessHours,
    string OnNewColumn,
    string? Dialect = null);
