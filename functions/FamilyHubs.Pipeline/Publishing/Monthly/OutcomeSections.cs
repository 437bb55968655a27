using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The outcome measures of a page (calculations.md 7).</summary>
internal static class OutcomeSections
{
    public static string NameOf(Profile profile, string measure) => profile.OutcomeMeasures.FirstOrDefault(one => one.Id == measure) is { } known
        ? PlainText.Clean($"{known.Number}. {known.Title}", most: 160)
        : PlainText.Clean(measure);

    /// <summary>Null when the area has no measure.</summary>
    public static Section? Table(MonthlyView view, MonthlyPlaces places)
    {
        if (view.Report.Outcomes.Count == 0)
        {
            return null;
        }

        List<Block> blocks = [new Paragraph($"Everyone with a plan of a measure since {Shown.Day(view.Profile.OutcomesFrom)} counts once in it, by the latest plan. "
            + "A measure without anybody is not listed.")];
        foreach (var place in places.Shown)
        {
            var all = TableOf(view, place, year: null);
            blocks.Add(all.Rows.Count > 0 ? all : new Paragraph($"Nobody in {place.Name} has such a plan yet."));
            blocks.AddRange(Years(view, place).Select(year => new Details($"{place.Name}: plans begun in {year}", [TableOf(view, place, year)])));
        }

        return new Section("outcomes", "Outcome measures", blocks);
    }

    /// <summary>Each measure that somebody is in, at every part of the catchment.</summary>
    public static Section? Parts(MonthlyView view, MonthlyPlaces places)
    {
        var measures = Rows(view, places.Parts, year: null).GroupBy(row => row.Measure, StringComparer.Ordinal).ToList();
        return measures.Count == 0
            ? null
            : new Section("outcome-places", "Outcome measures by place",
            [
                .. measures.Select(measure => new Details(NameOf(view.Profile, measure.Key),
                [
                    new DataTable($"{NameOf(view.Profile, measure.Key)} by place", Columns("Place"),
                        [.. places.Parts.SelectMany(place => measure.Where(row => row.Level == place.Level && row.Code == place.Code).Select(row => Cells(place.Name, row)))]),
                ])),
            ]);
    }

    private static DataTable TableOf(MonthlyView view, Place place, string? year) => new(
        year is null ? $"Outcome measures of {place.Name}, plans of all years" : $"Outcome measures of {place.Name}, plans begun in {year}",
        Columns("Measure"),
        [.. Rows(view, [place], year).Select(row => Cells(NameOf(view.Profile, row.Measure), row))]);

    private static IEnumerable<OutcomeFigure> Rows(MonthlyView view, IReadOnlyList<Place> places, string? year) => view.Report.Outcomes
        .Where(row => row.StartYear == year && (row.Cohort is null || row.Cohort > 0) && places.Any(place => place.Level == row.Level && place.Code == row.Code));

    private static IEnumerable<string> Years(MonthlyView view, Place place) => view.Report.Outcomes
        .Where(row => row.Level == place.Level && row.Code == place.Code && row.Cohort > 0)
        .Select(row => row.StartYear).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IReadOnlyList<DataColumn> Columns(string first) =>
    [
        new DataColumn(first, false), new DataColumn("Cohort"), new DataColumn("Active"), new DataColumn("Completed"), new DataColumn("Abandoned"),
        new DataColumn("Achieved"), new DataColumn("Of those with a known result"), new DataColumn("95% interval"), new DataColumn("Target"),
        new DataColumn("Colour", false, Tagged: true),
    ];

    private static IReadOnlyList<string> Cells(string name, OutcomeFigure row) =>
    [
        name,
        Shown.Count(row.Cohort),
        WithShare(row.Active, row.Cohort),
        WithShare(row.Completed, row.Cohort),
        WithShare(row.Abandoned, row.Cohort),
        Shown.Count(row.Achieved),
        Shown.Percent(row.AchievedPercentage, row.Suppressed),
        row is { Lower: { } lower, Upper: { } upper } ? $"{Shown.Number(lower)} to {Shown.Number(upper)}" : row.Suppressed ? Shown.Suppressed : Shown.None,
        row.Target is { } target ? $"{Shown.Number(target)}%" : Shown.None,
        StateWords.OfRag(row.Rag),
    ];

    private static string WithShare(int? count, int? cohort) =>
        count is null || cohort is null or 0 ? Shown.Count(count) : $"{Shown.Count(count)} ({Shown.Percentage(count, cohort)})";
}
