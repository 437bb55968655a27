using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>As first reported and as now, with the reason, for the places of the reader (calculations.md 5, national.md 1.2).</summary>
internal static class RevisionSections
{
    private const int Most = 100;

    public static Section? Table(MonthlyView view, MonthlyPlaces places)
    {
        if (view.Revisions is not { } revisions)
        {
            return null;
        }

        var names = places.Shown.ToDictionary(place => (place.Level, place.Code), place => place.Name);
        var changes = revisions.Changes
            .Where(change => names.ContainsKey((change.Level, change.Code)))
            .ToList();
        if (changes.Count == 0)
        {
            return new Section("revisions", "Revisions",
                [new Paragraph(revisions.First.Run == revisions.Now.Run ? "These are the figures as first reported." : "No figure of your catchment changed since it was first reported.")]);
        }

        List<Block> blocks =
        [
            new Paragraph($"First reported from extract {PlainText.Clean(revisions.First.Extract)}; as now from extract {PlainText.Clean(revisions.Now.Extract)}."),
            new DataTable(
                $"Figures that changed since they were first reported{(changes.Count > Most ? $": the first {Most} of {Shown.Count(changes.Count)}" : "")}",
                [
                    new DataColumn("Figure", false), new DataColumn("Place", false), new DataColumn("First reported"), new DataColumn("Now"), new DataColumn("Difference"),
                    new DataColumn("Why", false),
                ],
                [
                    .. changes.Take(Most).Select(change => (IReadOnlyList<string>)
                    [
                        NameOf(view.Profile, change), names[(change.Level, change.Code)],
                        Value(change, change.First), Value(change, change.Now), Shown.Difference(change.Difference),
                        Sentence(change.Reason ?? ""),
                    ]),
                ]),
        ];
        return new Section("revisions", "Revisions", blocks);
    }

    private static string NameOf(Profile profile, RevisedFigure change)
    {
        var cut = change.Item.LastIndexOf(':');
        var (item, period) = cut < 0 ? (change.Item, "") : (change.Item[..cut], change.Item[(cut + 1)..]);
        var name = change.Section switch
        {
            "kpis" => KpiSections.NameOf(profile, item),
            "outcomes" => OutcomeSections.NameOf(profile, item),
            "indicators" => profile.Indicators.FirstOrDefault(one => one.Id == item)?.Name ?? item,
            "caseload" => profile.Tiers.FirstOrDefault(one => one.Code == item)?.Name ?? profile.MonthlyCounts.FirstOrDefault(one => one.Id == item)?.Name ?? item,
            _ => item,
        };
        var of = period switch
        {
            "month" => ", this month",
            "ytd" => ", year to date",
            "rolling12" => ", twelve months",
            "" => "",
            "all" => ", all years",
            _ => $", {period}",
        };
        var measure = change.Measure switch
        {
            "percentage" or "value" => "",
            "nearMiss" => ", near misses",
            "perWte" => ", for each WTE",
            _ => $", {change.Measure}",
        };
        return PlainText.Clean($"{name}{of}{measure}", most: 200);
    }

    private static string Value(RevisedFigure change, FigureValue value)
    {
        var isShare = change.Measure == "percentage";
        var text = isShare ? Shown.Percent(value.Value) : Shown.Number(value.Value);
        return isShare && value is { Numerator: { } numerator, Denominator: { } denominator } ? $"{text} ({Shown.Number(numerator)} of {Shown.Number(denominator)})" : text;
    }

    private static string Sentence(string reason) => PlainText.Clean(reason, most: 300) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : Shown.None;
}
