using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>The indicators of the locality dashboard (calculations.md 12): value, target, last year's mean, mark and colour. Missing is missing, never zero.</summary>
public static class IndicatorCalculator
{
    /// <summary>The figures, indicator by indicator as the profile lists them, in each by the report's places.</summary>
    public static async Task<IReadOnlyList<IndicatorFigure>> ComputeAsync(MonthlyContext context, CancellationToken cancel) =>
        Compute(context, await IndicatorSources.LoadAsync(context, cancel).ConfigureAwait(false)).Figures;

    /// <summary>The figures, and before and after (AE17-49): last year's mean beside that of this year to date.</summary>
    internal static (IReadOnlyList<IndicatorFigure> Figures, IReadOnlyList<IndicatorMean> Means) Compute(MonthlyContext context, IndicatorSources sources)
    {
        var rows = context.Profile.Indicators.SelectMany(indicator => Figures(context, indicator, sources.Of(indicator))).ToList();
        return ([.. rows.Select(row => row.Figure)], [.. rows.Select(row => row.Mean).Distinct()]);
    }

    private static IEnumerable<(IndicatorFigure Figure, IndicatorMean Mean)> Figures(MonthlyContext context, IndicatorDefinition indicator, IIndicatorSource source)
    {
        var lastYear = context.Month.FinancialYear.Previous;
        double? configured = indicator.Baselines is { } baselines && baselines.TryGetValue(lastYear.ToString(), out var mean) ? mean : null;
        foreach (var value in source.Of(indicator, context.Month))
        {
            var baseline = PlainMean.Of(source.OfYear(indicator, lastYear, context.Month, value.Level, value.Code));
            if (value.Level == Levels.Area)
            {
                // What the profile gives is the area's mean; a place of it may differ.
                baseline ??= configured;
            }

            yield return (
                IndicatorAssessment.Of(indicator, value, baseline, context.Profile),
                new IndicatorMean(
                    indicator.Id,
                    value.Level,
                    value.Code,
                    baseline,
                    PlainMean.Of(source.OfYear(indicator, context.Month.FinancialYear, context.Month, value.Level, value.Code))));
        }
    }
}
