namespace FamilyHubs.Pipeline.Figures;

/// <summary>One figure of a report as it is kept in table storage (product.md, What comes out).</summary>
/// <param name="Section">Part of the report: totals, groups, …</param>
/// <param name="Level">area, quadrant, district, team, unknown or outside.</param>
/// <param name="Code">Code of the place.</param>
/// <param name="Item">What is counted: a group, a set of groups, a KPI; empty for all.</param>
/// <param name="Measure">memberships, children, percentage …</param>
/// <param name="Value">The figure; null where it cannot be had (denominator 0).</param>
/// <param name="Numerator">Count of people or records; null for what is no share.</param>
/// <param name="Denominator">Of how many; null for what is no share.</param>
/// <param name="Rank">Competition rank, where the report ranks.</param>
public sealed record Figure(
    string Section,
    string Level,
    string Code,
    string Item,
    string Measure,
    double? Value,
    double? Numerator = null,
    double? Denominator = null,
    int? Rank = null);
