using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>An outcome measure at a level (calculations.md 7).</summary>
/// <param name="StartYear">Financial year of the latest episode's start, e.g. 2019/20; null for all years.</param>
/// <param name="AchievedPercentage">Achieved among completed with a known result, per cent.</param>
public sealed record OutcomeFigure(
    string Measure,
    string Level,
    string Code,
    string? StartYear,
    int? Cohort,
    int? Active,
    int? Completed,
    int? Abandoned,
    int? Achieved,
    double? AchievedPercentage,
    double? Lower,
    double? Upper,
    double? Target,
    string? Rag,
    bool Suppressed = false)
{
    /// <summary>Completed with a known result: what the percentage is of. Kept in table storage, not in the JSON of the contract.</summary>
    [JsonIgnore]
    public int? Known { get; init; }
}
