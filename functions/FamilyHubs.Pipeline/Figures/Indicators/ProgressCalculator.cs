using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>The before-and-after table: the year of the report's month, to date, against the year that the profile names (AE17-49).</summary>
internal static class ProgressCalculator
{
    /// <summary>
    /// The figures at the area and at the other places that have a mean in either year; null when the profile has no such table, none when the
    /// month is not of a later year.
    /// </summary>
    public static IReadOnlyList<ProgressFigure>? Compute(MonthlyContext context, IndicatorSources sources)
    {
        if (context.Profile.Progress is not { } settings)
        {
            return null;
        }

        var (before, after) = (FinancialYear.Parse(settings.From), context.Month.FinancialYear);
        return after <= before
            ? []
            : [.. context.Profile.Indicators
                .Where(indicator => settings.Indicators.Contains(indicator.Id))
                .SelectMany(indicator => Figures(context, indicator, sources.Of(indicator), before, after))];
    }

    private static IEnumerable<ProgressFigure> Figures(
        MonthlyContext context, IndicatorDefinition indicator, IIndicatorSource source, FinancialYear before, FinancialYear after)
    {
        var polarity = indicator.Polarity switch { "higher" => Polarity.Higher, "lower" => Polarity.Lower, _ => Polarity.Neutral };
        foreach (var (level, code) in source.Of(indicator, context.Month).Select(value => (value.Level, value.Code)).Distinct())
        {
            var earlier = PlainMean.Of(source.OfYear(indicator, before, context.Month, level, code)) ?? Configured(indicator, before, level);
            var progress = BeforeAndAfter.Of(earlier, PlainMean.Of(source.OfYear(indicator, after, context.Month, level, code)), polarity);
            if (level == Levels.Area || progress.Before is not null || progress.After is not null)
            {
                yield return new ProgressFigure(
                    indicator.Id,
                    indicator.Organisation,
                    level,
                    code,
                    before.ToString(),
                    after.ToString(),
                    progress.Before,
                    progress.After,
                    progress.Difference,
                    progress.Rag);
            }
        }
    }

    /// <summary>What the profile gives is the area's mean.</summary>
    private static double? Configured(IndicatorDefinition indicator, FinancialYear year, string level) =>
        level == Levels.Area && indicator.Baselines is { } baselines && baselines.TryGetValue(year.ToString(), out var mean) ? mean : null;
}
