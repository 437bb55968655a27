using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Publishing.Charts;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>What moved and what is missing: changes since last week, the weeks before, meaningful reaches without recorded groups.</summary>
/// <param name="wide">Whether all rows are shown, which a mail has no room for.</param>
internal sealed class WeeklyActivity(PlaceFigures figures, Catchment catchment, bool wide)
{
    /// <summary>Earlier weeks that the trend shows besides this one: a quarter.</summary>
    private const int MostWeeks = 12;

    private const int MostChanges = 6;

    private IReadOnlyList<Place> Places => wide ? catchment.Places : catchment.Featured;

    /// <summary>Memberships now less those of the week before, as reported then.</summary>
    public Section Changes() => new("changes", "What changed since last week", figures.HasEarlierWeek
        ? [.. Places.Select(ChangesOf)]
        : [new Paragraph("There is no report for the week before, so no change can be shown.")]);

    /// <summary>Memberships over the last weeks; null when no earlier week is known.</summary>
    public Section? Trend(IReadOnlyList<WeeklyTotal> history, DateOnly asOf)
    {
        var place = catchment.Places[0];
        var weeks = history.Where(week => week.Level == place.Level && week.Code == place.Code && week.AsOf < asOf)
            .OrderBy(week => week.AsOf)
            .TakeLast(MostWeeks)
            .Append(new WeeklyTotal(asOf, place.Level, place.Code, figures.Total(place).Memberships))
            .ToList();
        if (weeks.Count < 2)
            return null;
        var points = weeks.Select(week => new ChartPoint(Shown.ShortDay(week.AsOf), week.Memberships, Shown.Count(week.Memberships))).ToList();
        var chart = new ChartModel("trend", ChartKind.Trend, $"Priority groups recorded in {place.Name}, last {weeks.Count} weeks", Describe(place, weeks), points);
        var table = new DataTable(
            $"Priority groups recorded in {place.Name}, week by week",
            [new DataColumn("Week to", false), new DataColumn("Groups recorded"), new DataColumn("Since the week before")],
            [.. weeks.Select((week, index) => (IReadOnlyList<string>)
            [
                Shown.Day(week.AsOf),
                Shown.Count(week.Memberships),
                index == 0 ? Shown.None : Shown.Arrow(week.Memberships - weeks[index - 1].Memberships),
            ]).Reverse()]);
        return new Section("trend", "The last weeks", [new Figure(chart), table]);
    }

    /// <summary>Meaningful reaches of the week without ascertained groups, by team (E19-34).</summary>
    public Section NotRecorded()
    {
        var sentences = new WeeklySentences(figures, catchment);
        var places = catchment.Places.SelectMany(place => (IEnumerable<Place>)[place, .. Beneath(place)]).Append(catchment.Area).Distinct();
        return new Section("not-recorded", "What is not yet recorded",
        [
            new Callout("Meaningful reaches without priority groups", [sentences.NotRecorded(), "Priority groups should be ascertained at every meaningful reach with a child under five or their parent or guardian."]),
            new DataTable(
                "Meaningful reaches of the week, and those without recorded priority groups",
                [new DataColumn("Place", false), new DataColumn("Reaches"), new DataColumn("Not recorded"), new DataColumn("Share")],
                [.. places.Select(ReachRow)]),
        ]);
    }

    private IReadOnlyList<Place> Beneath(Place place) => wide || catchment.Places.Count == 1 ? catchment.PartsOf(place) : [];

    private static IReadOnlyList<string> Row(string label, MeaningfulReachFigure reach)
    {
        var missing = PlaceFigures.NotAscertained(reach);
        return [label, Shown.Count(reach.Contacts), reach.Contacts == 0 ? Shown.None : Shown.Count(missing), Shown.Percentage(missing, reach.Contacts)];
    }

    private static string Describe(Place place, List<WeeklyTotal> weeks)
    {
        var (first, last) = (weeks[0], weeks[^1]);
        var known = weeks.Where(week => week.Memberships is not null).ToList();
        var range = known.Count == 0
            ? ""
            : $"; lowest {Shown.Count(known.Min(week => week.Memberships))}, highest {Shown.Count(known.Max(week => week.Memberships))}";
        return $"Line chart of the priority groups recorded in {place.Name} over {weeks.Count} weeks: "
            + $"{Shown.Count(first.Memberships)} in the week to {Shown.Day(first.AsOf)}, {Shown.Count(last.Memberships)} in the week to {Shown.Day(last.AsOf)}{range}.";
    }

    private IReadOnlyList<string> ReachRow(Place place) => Row(place.Name, figures.Reach(place));

    private Block ChangesOf(Place place)
    {
        var changes = figures.Changes(place).ToList();
        var moved = changes.Where(change => change.Difference is not null and not 0)
            .OrderByDescending(change => Math.Abs(change.Difference!.Value))
            .ThenBy(change => figures.GroupName(change.Group), StringComparer.Ordinal)
            .ToList();
        if (moved.Count == 0)
        {
            return new Paragraph(changes.Any(change => change.Difference is null)
                ? $"No group in {place.Name} changed by a number that can be shown."
                : $"No group in {place.Name} changed since last week.");
        }

        var shown = moved.Take(wide ? moved.Count : MostChanges).ToList();
        var caption = shown.Count < moved.Count
            ? $"The {Shown.Word(MostChanges)} largest changes in {place.Name}, of {moved.Count}"
            : $"Changes in {place.Name} since last week";
        return new DataTable(
            caption,
            [new DataColumn("Priority group", false), new DataColumn("Last week"), new DataColumn("This week"), new DataColumn("Change")],
            [.. shown.Select(change => (IReadOnlyList<string>)
            [
                figures.GroupName(change.Group), Shown.Count(change.Previous), Shown.Count(change.Current), Shown.Arrow(change.Difference),
            ])]);
    }
}
