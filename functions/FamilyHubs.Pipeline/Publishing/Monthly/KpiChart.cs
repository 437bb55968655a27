using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Charts;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The control chart of a KPI at a place, with its icons in words (calculations.md 8).</summary>
internal static class KpiChart
{
    /// <summary>A heading, the chart and its words; nothing when no month has a value that may be shown.</summary>
    public static IEnumerable<Block> Of(MonthlyView view, KpiDefinition kpi, Place place)
    {
        var values = view.Details.Trends
            .Where(count => count.Kpi == kpi.Id && count.Level == place.Level && count.Code == place.Code && MayBeShown(count, view.Rule))
            .Select(count => (Month.Parse(count.Month).First, Percentage.Of(count.Numerator, count.Denominator)));
        var polarity = kpi.Polarity == "lower" ? Polarity.Lower : Polarity.Higher;
        var chart = XmRChart.Of(values, $"kpi:{kpi.Id}", kpi.Target, polarity, view.Profile.Spc);
        if (chart.Points.Count < 2)
        {
            yield break;
        }

        var name = KpiSections.NameOf(view.Profile, kpi.Id);
        var restarts = chart.Restarts.Select(restart => restart.From).ToList();
        var lines = new ControlLines(
            [.. chart.Points.Select((point, index) => PointOf(chart, index, polarity, restarts))], kpi.Target, SpcWords.Icons(chart));
        var title = $"{name}, {place.Name}";
        yield return new SubHeading(title);
        yield return new Figure(new ChartModel(
            $"trend-{IdOf(kpi.Id)}-{IdOf(place.Code)}", ChartKind.Control, title, Describe(name, place, chart),
            [.. chart.Points.Select(point => new ChartPoint(Shown.ShortMonth(Month.Of(point.Day)), point.Value, Shown.Percent(point.Value)))])
        {
            Control = lines,
        });
        yield return new Paragraph(SpcWords.Of(chart, view.Profile.Spc));
        foreach (var restart in chart.Restarts)
        {
            yield return new Paragraph($"The chart starts again on {Shown.Day(restart.From)}: {PlainText.Clean(restart.Note, most: 200)}.");
        }
    }

    private static ControlPoint PointOf(XmRChart chart, int index, Polarity polarity, List<DateOnly> restarts)
    {
        var point = chart.Points[index];
        var restarted = index > 0 && restarts.Exists(day => day > chart.Points[index - 1].Day && day <= point.Day);
        var tone = point.Cause is SpecialCause.None ? 0
            : polarity is Polarity.Neutral || point.IsHigh == polarity is Polarity.Higher ? 1
            : -1;
        return new ControlPoint(point.Limits?.Mean, point.Limits?.Lower, point.Limits?.Upper, tone, restarted);
    }

    /// <summary>A month whose share the rule hides is left out of the chart, as its table has a star (calculations.md 9).</summary>
    private static bool MayBeShown(KpiMonthCount count, DisclosureRule rule) => rule.Threshold <= 1
        || (IsLarge(count.Numerator, rule) && IsLarge(count.Denominator - count.Numerator, rule) && IsLarge(count.Denominator, rule));

    private static bool IsLarge(int count, DisclosureRule rule) => count == 0 || count >= rule.Threshold;

    private static string Describe(string name, Place place, XmRChart chart)
    {
        var (first, last) = (chart.Points[0], chart.Points[^1]);
        var limits = last.Limits is { } known ? $" Mean {Shown.Number(known.Mean)}, limits {Shown.Number(known.Lower)} to {Shown.Number(known.Upper)}." : "";
        return $"Control chart of {name} in {place.Name}: {chart.Points.Count} months, from {Shown.Percent(first.Value)} in {Shown.ShortMonth(Month.Of(first.Day))} "
            + $"to {Shown.Percent(last.Value)} in {Shown.ShortMonth(Month.Of(last.Day))}.{limits}";
    }

    private static string IdOf(string code) => string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
