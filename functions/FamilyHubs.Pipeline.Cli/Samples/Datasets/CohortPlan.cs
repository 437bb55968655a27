using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>The birth cohorts of a data set: a usual size and usual shares, larger months, and the years that are planned to the child.</summary>
/// <param name="Size">Children of a usual month.</param>
/// <param name="Larger">Months of other size: with fifty all shares are even, a mean of twelve needs more to come out.</param>
/// <param name="Usually">Met of a usual month, by measure.</param>
internal sealed record CohortPlan(
    int Size, IReadOnlyDictionary<Month, int> Larger, IReadOnlyDictionary<string, int> Usually, IReadOnlyList<MeasureYear> Years)
{
    public BirthCohort Of(Month births)
    {
        var size = Larger.GetValueOrDefault(births, Size);
        return new BirthCohort(births, size, Usually.ToDictionary(usual => usual.Key, usual => Met(usual.Key, usual.Value), StringComparer.Ordinal));

        int Met(string measure, int usually) =>
            Years.Where(year => year.Measure == measure).Select(year => year.Of(births)).FirstOrDefault(met => met is not null) ?? size * usually / Size;
    }
}
