using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>What was found wrong with the records behind the figures (calculations.md 13): the rules that failed, and how many held.</summary>
internal static class QualitySections
{
    public static Section? Table(MonthlyView view, MonthlyPlaces places)
    {
        var rows = view.Report.DataQuality
            .Where(row => places.Shown.Any(place => place.Level == row.Level && place.Code == row.Code))
            .ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var failed = rows.Where(row => row.Failed != 0).ToList();
        List<Block> blocks = [new Paragraph($"{Shown.Count(rows.Count - failed.Count)} of {Shown.Count(rows.Count)} checks found nothing.")];
        if (failed.Count > 0)
        {
            var names = places.Shown.ToDictionary(place => (place.Level, place.Code), place => place.Name);
            blocks.Add(new DataTable(
                "Checks that found something",
                [
                    new DataColumn("Check", false), new DataColumn("Table", false), new DataColumn("Place", false), new DataColumn("Found"), new DataColumn("Looked at"),
                    new DataColumn("Share"),
                ],
                [
                    .. failed.Select(row => (IReadOnlyList<string>)
                    [
                        Sentence(row.Rule), PlainText.Clean(row.Table), names[(row.Level, row.Code)], Shown.Count(row.Failed), Shown.Count(row.Checked),
                        Shown.Percent(row.Percentage, row.Failed is null),
                    ]),
                ]));
        }

        return new Section("data-quality", "Data quality", blocks);
    }

    /// <summary>A rule's id read as words.</summary>
    private static string Sentence(string rule)
    {
        var words = PlainText.Clean(rule).Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
