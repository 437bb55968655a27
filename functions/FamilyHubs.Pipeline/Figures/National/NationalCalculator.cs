using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.National;

/// <summary>
/// The national view of the month's quarter (calculations.md 5, national.md 1.3): residents of the area at the end of each month, from April,
/// July, October or January to the month of the report.
/// </summary>
public static class NationalCalculator
{
    /// <summary>One row for each indicator of the profile, in its order. A count has no denominator.</summary>
    public static IReadOnlyList<NationalFigure> Compute(MonthlyContext context)
    {
        var quarter = context.Month.Quarter;
        var first = Month.Of(quarter.First);
        var counts = context.Profile.National.ToDictionary(indicator => indicator.Id, _ => new NationalCount(), StringComparer.Ordinal);
        foreach (var indicator in context.Profile.National)
        {
            if (indicator.Kind == NationalKinds.Count)
            {
                counts[indicator.Id].Numerator = new FirstContacts(context, indicator).Between(first, context.Month);
            }
            else if (indicator.Kind == NationalKinds.Share)
            {
                var parts = context.Profile.National.Where(part => part.Of == indicator.Id).Select(part => (part, counts[part.Id]));
                new NationalCohort(context, indicator, [.. parts]).Count(first, counts[indicator.Id]);
            }
        }

        return [.. context.Profile.National.Select(indicator => FigureOf(indicator, quarter, counts[indicator.Id]))];
    }

    private static NationalFigure FigureOf(NationalIndicator indicator, Quarter quarter, NationalCount count) =>
        indicator.Kind == NationalKinds.Count
            ? new NationalFigure(indicator.Id, quarter.ToString(), count.Numerator, null, null)
            : new NationalFigure(
                indicator.Id, quarter.ToString(), count.Numerator, count.Denominator, Percentage.Of(count.Numerator, count.Denominator));
}
