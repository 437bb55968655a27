using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The KPIs of a page: against target, over time, place by place (calculations.md 5, 6 and 8).</summary>
internal static class KpiSections
{
    private const string ThisMonth = "month";

    /// <summary>Number and short title, e.g. <c>2.01 Antenatal contact</c>.</summary>
    public static string NameOf(Profile profile, string kpi) =>
        profile.Kpis.FirstOrDefault(one => one.Id == kpi) is { } known ? PlainText.Clean($"{known.Id} {known.Title}", most: 120) : PlainText.Clean(kpi);

    /// <summary>Null when the area has no KPI.</summary>
    public static Section? Table(MonthlyView view, MonthlyPlaces places) => view.Report.Kpis.Count == 0
        ? null
        : new Section("kpis", "Key performance indicators", [.. places.Shown.Select(place => TableOf(view, place))]);

    /// <summary>One control chart for each KPI and place of the reader that has a value.</summary>
    public static Section? Trends(MonthlyView view, MonthlyPlaces places)
    {
        List<Block> blocks = [];
        foreach (var place in places.Catchment.Places)
        {
            blocks.AddRange(view.Profile.Kpis.SelectMany(kpi => KpiChart.Of(view, kpi, place)));
        }

        return blocks.Count == 0 ? null : new Section("trends", "The last two years", blocks);
    }

    /// <summary>Each KPI at every part of the catchment, to open one by one.</summary>
    public static Section? Parts(MonthlyView view, MonthlyPlaces places) => places.Parts.Count == 0 || view.Report.Kpis.Count == 0
        ? null
        : new Section("kpi-places", "Key performance indicators by place",
        [
            .. view.Profile.Kpis.Select(kpi => new Details(NameOf(view.Profile, kpi.Id), [PartsOf(view, kpi.Id, places.Parts)])),
        ]);

    private static DataTable TableOf(MonthlyView view, Place place)
    {
        var rows = view.Report.Kpis.Where(row => row.Level == place.Level && row.Code == place.Code).ToLookup(row => row.Kpi, StringComparer.Ordinal);
        return new DataTable(
            $"Key performance indicators of {place.Name}, {Shown.Month(Periods.Month.Parse(view.Report.Month))}",
            [
                new DataColumn("Indicator", false), new DataColumn("Met"), new DataColumn("Of"), new DataColumn("This month"), new DataColumn("95% interval"),
                new DataColumn("Target"), new DataColumn("Colour", false, Tagged: true), new DataColumn("Mark", false, Tagged: true), new DataColumn("Near misses"),
                new DataColumn("Year to date"), new DataColumn("Twelve months"),
            ],
            [.. view.Profile.Kpis.Where(kpi => rows.Contains(kpi.Id)).Select(kpi => Row(view.Profile, kpi.Id, [.. rows[kpi.Id]]))]);
    }

    private static IReadOnlyList<string> Row(Profile profile, string kpi, IReadOnlyList<KpiFigure> periods)
    {
        var month = periods.Single(row => row.Period == ThisMonth);
        return
        [
            NameOf(profile, kpi), .. Figures(month),
            .. periods.Where(row => row.Period != ThisMonth).OrderByDescending(row => row.Period, StringComparer.Ordinal)
                .Select(row => Shown.Percent(row.Percentage, row.Suppressed)),
        ];
    }

    private static string[] Figures(KpiFigure row) =>
    [
        Count(row.Numerator), Count(row.Denominator), Shown.Percent(row.Percentage, row.Suppressed), Interval(row), Target(row.Target),
        StateWords.OfRag(row.Rag), StateWords.OfMark(row.Mark), Count(row.NearMiss),
    ];

    private static DataTable PartsOf(MonthlyView view, string kpi, IReadOnlyList<Place> parts)
    {
        var rows = view.Report.Kpis.Where(row => row.Kpi == kpi && row.Period == ThisMonth).ToDictionary(row => (row.Level, row.Code));
        return new DataTable(
            $"{NameOf(view.Profile, kpi)} by place",
            [
                new DataColumn("Place", false), new DataColumn("Met"), new DataColumn("Of"), new DataColumn("This month"), new DataColumn("95% interval"),
                new DataColumn("Target"), new DataColumn("Colour", false, Tagged: true), new DataColumn("Mark", false, Tagged: true), new DataColumn("Near misses"),
            ],
            [
                .. parts.Where(place => rows.ContainsKey((place.Level, place.Code)))
                    .Select(place => (IReadOnlyList<string>)[place.Name, .. Figures(rows[(place.Level, place.Code)])]),
            ]);
    }

    private static string Count(int? count) => Shown.Count(count);

    private static string Interval(KpiFigure row) => row is { Lower: { } lower, Upper: { } upper }
        ? $"{Shown.Number(lower)} to {Shown.Number(upper)}"
        : row.Suppressed ? Shown.Suppressed : Shown.None;

    private static string Target(double? target) => target is null ? Shown.None : $"{Shown.Number(target)}%";
}
