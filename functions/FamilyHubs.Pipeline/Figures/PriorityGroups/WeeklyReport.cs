namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The weekly Priority Group report (calculations.md 2-3, product.md "JSON of the two reports"). Serialised with camelCase names it is the JSON of the contract. A count is null only when disclosure control suppressed it; the row then says suppressed.</summary>
/// <param name="Week">ISO 8601 week, e.g. 2019-W13.</param>
/// <param name="AsOf">The Sunday of the week.</param>
/// <param name="Extract">Name of the extract the figures were computed from.</param>
/// <param name="Combinations">Exact sets of three or more groups of children under five.</param>
/// <param name="Triples">Every set of three groups, counted once for each child who is in all three.</param>
/// <param name="ChildList">Children of the top combinations; only behind sign-in.</param>
public sealed record WeeklyReport(
    string Area,
    string Week,
    DateOnly AsOf,
    string Extract,
    string DefinitionVersion,
    IReadOnlyList<TotalFigure> Totals,
    IReadOnlyList<GroupFigure> Groups,
    IReadOnlyList<DistrictUnderFives> UnderFivesByDistrict,
    IReadOnlyList<GroupUnderFives> UnderFivesByGroup,
    IReadOnlyList<CombinationFigure> Combinations,
    IReadOnlyList<CombinationFigure> Triples,
    IReadOnlyList<MeaningfulReachFigure> MeaningfulReach,
    IReadOnlyList<ChangeFigure> Change,
    IReadOnlyList<ChildListEntry>? ChildList = null);
