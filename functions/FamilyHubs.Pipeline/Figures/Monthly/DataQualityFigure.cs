using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A data-quality rule at a level (calculations.md 13).</summary>
public sealed record DataQualityFigure(
    string Rule,
    string Table,
    string Level,
    string Code,
    long? Failed,
    long? Checked,
    double? Percentage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Suppressed = false);
