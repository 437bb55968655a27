using System.Globalization;
using System.Runtime.InteropServices;
using FamilyHubs.Pipeline.Figures.Monthly;

namespace FamilyHubs.Pipeline.Figures.Outcomes;

/// <summary>Outcome activity by practitioner (calculations.md 7, E19-97). Sign-in pages only.</summary>
public static class PractitionerCalculator
{
    /// <summary>Practitioner of episodes that do not say who did them.</summary>
    public const string NoPractitioner = "none";

    /// <summary>
    /// The cohorts of all years of residents, by the practitioner of the latest episode: by record id, those without practitioner last, and
    /// measures in the order of the profile. Rows without anybody are left out.
    /// </summary>
    public static IReadOnlyList<PractitionerFigure> Compute(MonthlyContext context) => Compute(context, _ => true);

    /// <summary>The same of the residents of each district, for readers of a part of the area, by the code of the district.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PractitionerFigure>> ByDistrict(MonthlyContext context) =>
        context.Profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Index().ToDictionary(
            one => one.Item.Code, one => Compute(context, district => district == one.Index), StringComparer.Ordinal);

    private static IReadOnlyList<PractitionerFigure> Compute(MonthlyContext context, Func<int, bool> isOf)
    {
        var measures = context.Episodes.Definitions.Measures;
        var scopes = new MeasureScopes(context);
        Dictionary<(long? Practitioner, int Measure), OutcomeCount> counts = [];
        for (var measure = 0; measure < measures.Count; measure++)
        {
            foreach (var episode in context.Episodes.Of(measure))
            {
                if (context.Residents.District(episode.Person) is var district && district >= 0 && isOf(district) && scopes.Counts(measure, episode.Person))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (episode.Practitioner, measure), out _).Add(episode.Status);
                }
            }
        }

        return
        [
            .. counts.OrderBy(row => row.Key.Practitioner is null).ThenBy(row => row.Key.Practitioner).ThenBy(row => row.Key.Measure)
                .Select(row => FigureOf(row.Key.Practitioner, measures[row.Key.Measure].Id, row.Value)),
        ];
    }

    private static PractitionerFigure FigureOf(long? practitioner, string measure, OutcomeCount count)
    {
        count.Check();
        return new PractitionerFigure(
            practitioner?.ToString(CultureInfo.InvariantCulture) ?? NoPractitioner,
            measure,
            count.Cohort,
            count.Active,
            count.Completed,
            count.Abandoned,
            count.Achieved);
    }
}
