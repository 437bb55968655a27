using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>
/// Disclosure control of the children under five in three or more groups: by district, by group, by combination, by triple. A combination
/// that may not be shown is not named: it goes into the line of the others, and what that leaves of the other tables is protected too.
/// </summary>
internal sealed class WeeklyDisclosureUnderFives
{
    private readonly WeeklyReport _report;
    private readonly int _threshold;
    private readonly int _roundTo;
    private readonly HashSet<CombinationFigure> _unnamed = new(ReferenceEqualityComparer.Instance);
    private readonly WeeklyDisclosureCells _cells;
    private readonly bool[] _suppressed;

    public WeeklyDisclosureUnderFives(WeeklyReport report, int threshold, int roundTo, DisclosurePlaces places, bool ofFamilies = false)
    {
        _report = report;
        _threshold = threshold;
        _roundTo = roundTo;
        foreach (var row in report.Combinations)
            if (row.Children < threshold)
                _unnamed.Add(row);

        // A combination that must give way changes the line of the others, so that the rest is looked at again.
        do
        {
            _cells = new WeeklyDisclosureCells(_report, _unnamed, places, ofFamilies);
            _suppressed = new DisclosureControl(_threshold).Suppress(_cells.Table);
        }
        while (LeaveUnnamed());
    }

    public DisclosureTable Table => _cells.Table;

    public IReadOnlyList<bool> Suppressed => _suppressed;

    public DistrictUnderFives Publish(DistrictUnderFives row)
    {
        var cell = _cells.Districts[row.Code];
        return row with { Children = Shown(cell), Rank = null, Suppressed = _suppressed[cell] };
    }

    public GroupUnderFives Publish(GroupUnderFives row)
    {
        var cell = _cells.Groups[(row.Level, row.Code, row.Group)];
        return row with { Children = Shown(cell), Rank = null, Suppressed = _suppressed[cell] };
    }

    /// <summary>The named combinations, then for each place the line of the others, which has no groups.</summary>
    public IEnumerable<CombinationFigure> Combinations()
    {
        foreach (var place in _report.Combinations.GroupBy(row => (row.Level, row.Code)))
        {
            foreach (var row in place.Where(row => !_unnamed.Contains(row)))
                yield return row with { Children = Shown(_cells.Combinations[row]), Rank = null };
            if (_cells.Others.TryGetValue(place.Key, out var others))
                yield return new CombinationFigure(place.Key.Level, place.Key.Code, [], Shown(others), null, _suppressed[others]);
        }
    }

    /// <summary>The named triples, then for each place a line for the others. They have no count: a child is in several triples.</summary>
    public IEnumerable<CombinationFigure> Triples()
    {
        foreach (var place in _report.Triples.GroupBy(row => (row.Level, row.Code)))
        {
            foreach (var row in place.Where(row => !_suppressed[_cells.Triples[row]]))
                yield return row with { Children = Shown(_cells.Triples[row]), Rank = null };
            if (place.Any(row => _suppressed[_cells.Triples[row]]))
                yield return new CombinationFigure(place.Key.Level, place.Key.Code, [], null, null, Suppressed: true);
        }
    }

    private bool LeaveUnnamed()
    {
        var before = _unnamed.Count;
        foreach (var (row, cell) in _cells.Combinations)
            if (_suppressed[cell])
                _unnamed.Add(row);
        return _unnamed.Count > before;
    }

    private int? Shown(int cell) => _suppressed[cell] ? null : DisclosureControl.Round(_cells.Table.Cells[cell].Value, _roundTo);
}
