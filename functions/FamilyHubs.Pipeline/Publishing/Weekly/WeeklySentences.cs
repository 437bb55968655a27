using FamilyHubs.Pipeline.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>What a manager must know, in plain sentences worked out from the figures: what rose, what is largest, what is not recorded.</summary>
internal sealed class WeeklySentences(PlaceFigures figures, Catchment catchment)
{
    private const int MostNamed = 2;

    /// <summary>A few words for the subject line.</summary>
    public string Verdict()
    {
        var groups = Reported();
        if (groups.All(group => group.Row.Memberships == 0))
            return "no group recorded";
        if (!HasChanges())
            return Largest(groups) is [var first, ..] ? $"{figures.GroupName(first.Row.Group)} is largest" : "numbers too small to show";
        var changes = Changes();
        if (changes.All(change => change.Row.Difference is null))
            return "changes too small to show";
        return Rises(changes) switch
        {
            [] => "no group rose",
            [var only] => $"{figures.GroupName(only.Row.Group)} {Shown.Change(only.Row.Difference)}",
            var several => $"{Shown.Word(several.Count)} groups {Shown.Change(several[0].Row.Difference)} each",
        };
    }

    /// <summary>The largest rise since last week; the largest fall when nothing rose.</summary>
    public string Rise()
    {
        if (!HasChanges())
            return $"This is the first weekly report for {catchment.Name}, so there is no earlier week to compare it with.";
        var changes = Changes();
        if (changes.All(change => change.Row.Difference is null))
            return $"What changed in {catchment.Name} since last week is too small to show.";
        return Rises(changes) switch
        {
            [] => NothingRose(changes),
            [var only] => $"{figures.GroupName(only.Row.Group)} rose most in {only.Place.Name} since last week: {UpFromTo(only.Row)}.",
            var several => $"{Named(several)} rose most since last week: {Shown.Change(several[0].Row.Difference)} each.",
        };
    }

    /// <summary>The largest group of the catchment, and whether it is the largest of the area too.</summary>
    public string LargestGroup()
    {
        var groups = Reported();
        if (groups.All(group => group.Row.Memberships == 0))
            return $"No priority group is recorded in {catchment.Name}.";
        var largest = Largest(groups);
        if (largest.Count == 0)
            return $"The number in each priority group in {catchment.Name} is too small to show.";
        var (place, row) = largest[0];
        var all = figures.Total(place).Memberships is { } total ? $" of {Shown.Count(total)} recorded" : " recorded";
        return largest.Count == 1
            ? $"The largest group in {place.Name} is {figures.GroupName(row.Group)}: {Shown.Count(row.Memberships)}{all}{BesideArea(place, row)}."
            : $"The largest groups are {Named(largest)}: {Shown.Count(row.Memberships)} each.";
    }

    /// <summary>Meaningful reaches of the week that left the groups unrecorded (E19-34).</summary>
    public string NotRecorded()
    {
        var reaches = catchment.Places.Select(place => (Place: place, Row: figures.Reach(place))).ToList();
        if (reaches.All(reach => reach.Row.Contacts == 0))
            return $"No meaningful reach was recorded in {catchment.Name} this week.";
        var worst = reaches.Where(reach => reach.Row.Contacts > 0)
            .OrderByDescending(reach => PlaceFigures.NotAscertained(reach.Row))
            .FirstOrDefault();
        if (worst.Place is null)
            return $"The meaningful reaches of the week in {catchment.Name} are too few to show.";
        var (place, row) = worst;
        return PlaceFigures.NotAscertained(row) switch
        {
            null => $"{place.Name} had {Reaches(row.Contacts)} this week; how many left the priority groups unrecorded is too small to show.",
            0 when row.Contacts == 1 => $"The one meaningful reach in {place.Name} this week has its priority groups recorded.",
            0 => $"All {Reaches(row.Contacts)} in {place.Name} this week have their priority groups recorded.",
            var missing => $"Not yet recorded: the priority groups at {Shown.Count(missing)} of {Reaches(row.Contacts)} in {place.Name} this week ({Shown.Percentage(missing, row.Contacts)}).",
        };
    }

    private static string Reaches(int? contacts) => contacts == 1 ? "1 meaningful reach" : $"{Shown.Count(contacts)} meaningful reaches";

    private static string UpFromTo(ChangeFigure row) =>
        $"{Shown.Change(row.Difference)}, from {Shown.Count(row.Previous)} to {Shown.Count(row.Current)}";

    private static List<(Place Place, T Row)> Top<T>(IEnumerable<(Place Place, T Row)> rows, Func<T, int?> figure)
    {
        var known = rows.Where(row => figure(row.Row) > 0).ToList();
        var most = known.Max(row => figure(row.Row));
        return [.. known.Where(row => figure(row.Row) == most)];
    }

    private bool HasChanges() => figures.HasEarlierWeek && Changes().Count > 0;

    private List<(Place Place, ChangeFigure Row)> Changes() =>
        [.. catchment.Places.SelectMany(place => figures.Changes(place).Select(row => (place, row)))];

    private List<(Place Place, GroupFigure Row)> Reported() =>
        [.. catchment.Places.SelectMany(place => figures.Groups(place).Select(row => (place, row)))];

    private List<(Place Place, ChangeFigure Row)> Rises(List<(Place Place, ChangeFigure Row)> changes) =>
        [.. Top(changes, row => row.Difference).OrderBy(change => figures.GroupName(change.Row.Group), StringComparer.Ordinal)];

    private List<(Place Place, GroupFigure Row)> Largest(List<(Place Place, GroupFigure Row)> groups) =>
        [.. Top(groups, row => row.Memberships).OrderBy(group => figures.GroupName(group.Row.Group), StringComparer.Ordinal)];

    private string NothingRose(List<(Place Place, ChangeFigure Row)> changes)
    {
        var which = changes.Any(change => change.Row.Difference is null) ? "No group whose change can be shown rose" : "No group rose";
        var fall = changes.Where(change => change.Row.Difference < 0)
            .OrderBy(change => change.Row.Difference)
            .ThenBy(change => figures.GroupName(change.Row.Group), StringComparer.Ordinal)
            .FirstOrDefault();
        return fall.Row is null
            ? $"{which} in {catchment.Name} since last week."
            : $"{which} in {catchment.Name} since last week; the largest fall is {figures.GroupName(fall.Row.Group)}, {UpFromTo(fall.Row)}.";
    }

    private string BesideArea(Place place, GroupFigure row)
    {
        if (place.Level == PlaceLevels.Area)
            return "";
        var area = Largest([.. figures.Groups(catchment.Area).Select(group => (catchment.Area, group))]);
        if (area.Count != 1)
            return "";
        return area[0].Row.Group == row.Group
            ? $"; it is the largest in {catchment.Area.Name} too"
            : $"; in {catchment.Area.Name} it is {figures.GroupName(area[0].Row.Group)}";
    }

    private string Named(List<(Place Place, ChangeFigure Row)> rows) => Named([.. rows.Select(row => (row.Place, row.Row.Group))]);

    private string Named(List<(Place Place, GroupFigure Row)> rows) => Named([.. rows.Select(row => (row.Place, row.Row.Group))]);

    private string Named(IReadOnlyList<(Place Place, string Group)> rows)
    {
        var names = rows.Take(MostNamed)
            .Select(row => catchment.Places.Count > 1 ? $"{figures.GroupName(row.Group)} in {row.Place.Name}" : figures.GroupName(row.Group))
            .ToList();
        if (rows.Count > MostNamed)
            names.Add($"{Shown.Word(rows.Count - MostNamed)} more");
        return Shown.List(names);
    }
}
