namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>A row of an indicator return (extracts.md 5): two counts, or a value.</summary>
internal sealed record IndicatorRow(
    string Organisation,
    string Indicator,
    string Level,
    string Code,
    string Period,
    int? Numerator = null,
    int? Denominator = null,
    decimal? Value = null,
    string? Note = null);
