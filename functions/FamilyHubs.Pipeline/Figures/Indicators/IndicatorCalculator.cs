using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>The indicators of the locality dashboard (calculations.md 12): value, target, last year's mean, mark and colour. Missing is missing, never zero.</summary>
public static class IndicatorCalculator
{
    /// <summary>The figures, indicator by indicator as the profile lists them, in each by the report's places.</summary>
    public static async Task<IReadOnlyList<IndicatorFigure>> ComputeAsync(MonthlyContext context, CancellationToken cancel) =>
        (await ComputeWithMeansAsync(context, cancel).ConfigureAwait(false)).Figures;

    /// <summary>The figures, and before and after (AE17-49): last year's mean beside that of this year to date.</summary>
    public static async Task<(IReadOnlyList<IndicatorFigure> Figures, IReadOnlyList<IndicatorMean> Means)> ComputeWithMeansAsync(
        MonthlyContext context, CancellationToken cancel)
    {
        var (people, lists) = (context.Population.People, context.Lists);
        var immunisations = new ImmunisationReader(people, OfKind("immunisation"));
        var timeliness = new TimelinessReader(people, lists, OfKind("timeliness"));
        var returns = new IndicatorReturnReader([.. OfKind("return").Select(indicator => indicator.Id)]);
        var teams = new TeamCodes(context.Places.Places);
        List<ITableReader> readers = [returns, teams];
        if (OfKind("immunisation").Count > 0)
        {
            readers.AddRange([immunisations, immunisations.Doses]);
        }

        if (OfKind("timeliness").Count > 0)
        {
            readers.AddRange([timeliness, timeliness.Referrals]);
        }

        await TableScan.RunAsync(context.Tables, readers, cancel).ConfigureAwait(false);
        context.Add([immunisations.Undated, .. timeliness.Findings, returns.UnknownLevel, UnknownPlaces(context, returns.Rows, OfKind("return"), teams)]);

        var sources = new Dictionary<string, IIndicatorSource>(StringComparer.Ordinal)
        {
            ["kpi"] = new KpiSource(context),
            ["return"] = new ReturnSource(context, returns.Rows, teams),
            ["immunisation"] = new ImmunisationSource(context, immunisations),
            ["breastfeeding"] = new BreastfeedingSource(context),
            ["groupCount"] = new GroupCountSource(context),
            ["timeliness"] = new TimelinessSource(context, OfKind("timeliness"), timeliness),
        };
        var rows = context.Profile.Indicators.SelectMany(indicator => Figures(context, indicator, SourceOf(indicator, sources))).ToList();
        return ([.. rows.Select(row => row.Figure)], [.. rows.Select(row => row.Mean).Distinct()]);

        IReadOnlyList<IndicatorDefinition> OfKind(string kind) => [.. context.Profile.Indicators.Where(indicator => indicator.Source.Kind == kind)];
    }

    private static IIndicatorSource SourceOf(IndicatorDefinition indicator, Dictionary<string, IIndicatorSource> sources) =>
        sources.TryGetValue(indicator.Source.Kind, out var source)
            ? source
            : throw new ArgumentException($"Indicator {indicator.Id} of the profile has a source of unknown kind {indicator.Source.Kind}.", nameof(indicator));

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

    /// <summary>Places of returns that the area does not have: the figure is kept as it came, but no one's catchment holds it.</summary>
    private static Finding UnknownPlaces(
        MonthlyContext context, IndicatorReturns returns, IReadOnlyList<IndicatorDefinition> indicators, TeamCodes teams)
    {
        var known = context.Places.Places.Where(place => place.Level != Levels.Team).Select(place => (place.Level, place.Code)).ToHashSet();
        var rows = indicators.SelectMany(indicator => returns.Of(indicator.Id)).ToArray();
        var unknown = rows.Count(row =>
            ReturnPlaces.PlaceOf(row, teams) is var place && (place.Level == Levels.Team ? teams.Find(row.Code) is null : !known.Contains(place)));
        return new Finding(QualityRules.ReturnUnknownPlace, "IndicatorReturns", unknown, rows.Length);
    }
}
