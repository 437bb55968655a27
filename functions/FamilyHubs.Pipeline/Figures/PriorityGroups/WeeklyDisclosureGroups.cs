using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Disclosure control of the totals and of the groups of a weekly report, which depend on each other through the groups' memberships.</summary>
internal sealed class WeeklyDisclosureGroups
{
    private readonly DisclosureTable _table = new();
    private readonly Dictionary<(string Level, string Code), TotalCells> _totals = [];
    private readonly Dictionary<(string Level, string Code, string Group), GroupCells> _groups = [];
    private readonly bool[] _suppressed;
    private readonly int _roundTo;

    public WeeklyDisclosureGroups(WeeklyReport report, int threshold, int roundTo, DisclosurePlaces places)
    {
        _roundTo = roundTo;
        foreach (var row in report.Totals)
            AddTotal(row);
        foreach (var row in report.Groups)
            AddGroup(row);
        AddSumsOverGroups();
        AddSumsOverPlaces(places);
        _suppressed = new DisclosureControl(threshold).Suppress(_table);
    }

    /// <summary>The counts and sums, for tests that attack what is published.</summary>
    public DisclosureTable Table => _table;

    public IReadOnlyList<bool> Suppressed => _suppressed;

    public TotalFigure Publish(TotalFigure row)
    {
        var cells = _totals[(row.Level, row.Code)];
        return row with
        {
            Memberships = Shown(cells.Memberships),
            People = Shown(cells.People),
            Children = Shown(cells.Children),
            Adults = Shown(cells.Adults),
            ChildMemberships = Shown(cells.ChildMemberships),
            AdultMemberships = Shown(cells.AdultMemberships),
            Suppressed = cells.All.Any(cell => _suppressed[cell]),
        };
    }

    public GroupFigure Publish(GroupFigure row)
    {
        var cells = _groups[(row.Level, row.Code, row.Group)];
        return row with
        {
            Memberships = Shown(cells.Memberships),
            Children = Shown(cells.Children),
            Adults = Shown(cells.Adults),
            Rank = null,
            Suppressed = _suppressed[cells.Memberships] || _suppressed[cells.Children] || _suppressed[cells.Adults],
        };
    }

    /// <summary>The memberships of a group as published; null when suppressed. A group that the report does not list has none.</summary>
    public int? Memberships(string level, string code, string group) =>
        _groups.TryGetValue((level, code, group), out var cells) ? Shown(cells.Memberships) : 0;

    private void AddTotal(TotalFigure row)
    {
        var cells = new TotalCells(
            Add("memberships", "", row.Level, row.Code, row.Memberships),
            Add("people", "", row.Level, row.Code, row.People),
            Add("people: children", "", row.Level, row.Code, row.Children),
            Add("people: adults", "", row.Level, row.Code, row.Adults),
            Add("memberships: children", "", row.Level, row.Code, row.ChildMemberships),
            Add("memberships: adults", "", row.Level, row.Code, row.AdultMemberships));
        _totals.Add((row.Level, row.Code), cells);
        _table.AddSum(cells.People, cells.Children, cells.Adults);
        _table.AddSum(cells.Memberships, cells.ChildMemberships, cells.AdultMemberships);
        _table.AddOrder(cells.People, cells.Memberships);
        _table.AddOrder(cells.Children, cells.ChildMemberships);
        _table.AddOrder(cells.Adults, cells.AdultMemberships);
    }

    private void AddGroup(GroupFigure row)
    {
        var cells = new GroupCells(
            Add("group", row.Group, row.Level, row.Code, row.Memberships),
            Add("group: children", row.Group, row.Level, row.Code, row.Children),
            Add("group: adults", row.Group, row.Level, row.Code, row.Adults));
        _groups.Add((row.Level, row.Code, row.Group), cells);
        _table.AddSum(cells.Memberships, cells.Children, cells.Adults);
    }

    private void AddSumsOverGroups()
    {
        foreach (var group in _groups.GroupBy(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value))
        {
            if (!_totals.TryGetValue(group.Key, out var total))
                continue;
            GroupCells[] parts = [.. group];
            _table.AddListedSum(total.Memberships, [.. parts.Select(part => part.Memberships)]);
            _table.AddListedSum(total.ChildMemberships, [.. parts.Select(part => part.Children)]);
            _table.AddListedSum(total.AdultMemberships, [.. parts.Select(part => part.Adults)]);
            foreach (var part in parts)
            {
                _table.AddOrder(part.Memberships, total.People);
                _table.AddOrder(part.Children, total.Children);
                _table.AddOrder(part.Adults, total.Adults);
            }
        }
    }

    private void AddSumsOverPlaces(DisclosurePlaces places)
    {
        for (var measure = 0; measure < TotalCells.Count; measure++)
            places.AddSums(_table, _totals.ToDictionary(entry => entry.Key, entry => entry.Value.All[measure]));
        foreach (var group in _groups.GroupBy(entry => entry.Key.Group))
        {
            places.AddSums(_table, group.ToDictionary(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value.Memberships));
            places.AddSums(_table, group.ToDictionary(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value.Children));
            places.AddSums(_table, group.ToDictionary(entry => (entry.Key.Level, entry.Key.Code), entry => entry.Value.Adults));
        }
    }

    private int Add(string measure, string group, string level, string code, int? value) =>
        _table.Add($"{measure} {group} {level} {code}", WeeklyDisclosure.Counted(value));

    private int? Shown(int cell) => _suppressed[cell] ? null : DisclosureControl.Round(_table.Cells[cell].Value, _roundTo);

    private readonly record struct GroupCells(int Memberships, int Children, int Adults);

    private sealed record TotalCells(int Memberships, int People, int Children, int Adults, int ChildMemberships, int AdultMemberships)
    {
        public const int Count = 6;

        public int[] All { get; } = [Memberships, People, Children, Adults, ChildMemberships, AdultMemberships];
    }
}
