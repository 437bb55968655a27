using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>The children born in a month and how many of them meet each measure when it is due.</summary>
/// <param name="Size">Families; each has one child, the first <paramref name="Twins"/> have two.</param>
/// <param name="Met">By id of the KPI or indicator; one that is not listed plays no part in the cohort.</param>
internal sealed record BirthCohort(Month Month, int Size, IReadOnlyDictionary<string, int> Met, int Twins = 0);
