using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Outcomes;

/// <summary>The outcome measures at the month's end (calculations.md 7, E19-51 to E19-98).</summary>
public static class OutcomeCalculator
{
    /// <summary>
    /// For each measure of episodes and place the cohort of all years, whose start year is null, then that of each financial year in which
    /// people can have started, up to the month's. A year has its own target; all years together have none. Teams only where the measure has a
    /// cohort. Measures that come from returns stand among the indicators, merged ones in the measure they were merged into.
    /// </summary>
    /// <exception cref="InvalidOperationException">A cohort is not its active, completed and abandoned.</exception>
    public static IReadOnlyList<OutcomeFigure> Compute(MonthlyContext context)
    {
        var measures = context.Episodes.Definitions.Measures;
        var scopes = new MeasureScopes(context);
        var places = context.Places.Places;
        FinancialYear?[] years = [null, .. Years(context)];
        List<OutcomeFigure> figures = [];
        for (var measure = 0; measure < measures.Count; measure++)
        {
            var counts = Count(context, measure, scopes, years.Length);
            for (var place = 0; place < places.Count; place++)
            {
                if (places[place].Level == Levels.Team && counts[0, place].Cohort == 0)
                {
                    continue;
                }

                for (var year = 0; year < years.Length; year++)
                {
                    figures.Add(FigureOf(context.Profile, measures[measure], places[place], years[year], counts[year, place]));
                }
            }
        }

        return figures;
    }

    private static IEnumerable<FinancialYear> Years(MonthlyContext context)
    {
        for (var year = FinancialYear.Of(context.Profile.OutcomesFrom); year <= context.Month.FinancialYear; year = year.Next)
        {
            yield return year;
        }
    }

    /// <summary>The counts by year and place; the first is all years.</summary>
    private static OutcomeCount[,] Count(MonthlyContext context, int measure, MeasureScopes scopes, int years)
    {
        var counts = new OutcomeCount[years, context.Places.Places.Count];
        var first = FinancialYear.Of(context.Profile.OutcomesFrom).StartYear;
        Span<int> buffer = stackalloc int[PlaceDirectory.MostPerPerson];
        foreach (var episode in context.Episodes.Of(measure))
        {
            if (!scopes.Counts(measure, episode.Person))
            {
                continue;
            }

            var year = 1 + FinancialYear.Of(DateOnly.FromDateTime(episode.Start)).StartYear - first;
            foreach (var place in context.Places.Of(episode.Person, buffer))
            {
                counts[0, place].Add(episode.Status);
                counts[year, place].Add(episode.Status);
            }
        }

        return counts;
    }

    private static OutcomeFigure FigureOf(Profile profile, OutcomeMeasure measure, Place place, FinancialYear? year, OutcomeCount count)
    {
        count.Check();
        var startYear = year?.ToString();
        double? target = startYear is not null && measure.Targets.TryGetValue(startYear, out var aim) ? aim : null;
        var interval = Wilson.Interval(count.Achieved, count.Known, profile.Confidence.Z);
        return new OutcomeFigure(
            measure.Id,
            place.Level,
            place.Code,
            startYear,
            count.Cohort,
            count.Active,
            count.Completed,
            count.Abandoned,
            count.Achieved,
            Percentage.Of(count.Achieved, count.Known),
            interval?.Lower,
            interval?.Upper,
            target,
            Rag.Of(TargetDifference.Of(count.Achieved, count.Known, target, lowerIsBetter: false), profile.Rag.AmberBand))
        {
            Known = count.Known,
        };
    }
}
