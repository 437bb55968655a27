using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>Where the indicators of a profile come from, by kind of source.</summary>
internal sealed class IndicatorSources
{
    private readonly Dictionary<string, IIndicatorSource> _kinds;

    private IndicatorSources(Dictionary<string, IIndicatorSource> kinds) => _kinds = kinds;

    /// <summary>Reads the tables that the profile's indicators need, and adds the findings to the context.</summary>
    public static async Task<IndicatorSources> LoadAsync(MonthlyContext context, CancellationToken cancel)
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

        return new IndicatorSources(new Dictionary<string, IIndicatorSource>(StringComparer.Ordinal)
        {
            ["kpi"] = new KpiSource(context),
            ["return"] = new ReturnSource(context, returns.Rows, teams),
            ["immunisation"] = new ImmunisationSource(context, immunisations),
            ["breastfeeding"] = new BreastfeedingSource(context),
            ["groupCount"] = new GroupCountSource(context),
            ["timeliness"] = new TimelinessSource(context, OfKind("timeliness"), timeliness),
        });

        IReadOnlyList<IndicatorDefinition> OfKind(string kind) => [.. context.Profile.Indicators.Where(indicator => indicator.Source.Kind == kind)];
    }

    /// <exception cref="ArgumentException">The source of the indicator is of no kind that there is.</exception>
    public IIndicatorSource Of(IndicatorDefinition indicator) => _kinds.TryGetValue(indicator.Source.Kind, out var source)
        ? source
        : throw new ArgumentException($"Indicator {indicator.Id} of the profile has a source of unknown kind {indicator.Source.Kind}.", nameof(indicator));

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
