using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Disclosure control of the meaningful reaches of a weekly report, which are proportions (calculations.md 9.2).</summary>
internal sealed class WeeklyDisclosureReach
{
    private readonly DisclosureTable _table = new();
    private readonly Dictionary<(string Level, string Code), ProportionCells> _cells = [];
    private readonly bool[] _suppressed;
    private readonly int _roundTo;

    public WeeklyDisclosureReach(WeeklyReport report, int threshold, int roundTo, DisclosurePlaces places)
    {
        _roundTo = roundTo;
        foreach (var row in report.MeaningfulReach)
            _cells.Add(
                (row.Level, row.Code),
                _table.AddProportion($"reach {row.Level} {row.Code}", WeeklyDisclosure.Counted(row.Ascertained), WeeklyDisclosure.Counted(row.Contacts)));
        places.AddSums(_table, _cells.ToDictionary(entry => entry.Key, entry => entry.Value.Numerator));
        places.AddSums(_table, _cells.ToDictionary(entry => entry.Key, entry => entry.Value.Denominator));
        places.AddSums(_table, _cells.ToDictionary(entry => entry.Key, entry => entry.Value.Others));
        _suppressed = new DisclosureControl(threshold).Suppress(_table);
    }

    public DisclosureTable Table => _table;

    public IReadOnlyList<bool> Suppressed => _suppressed;

    public MeaningfulReachFigure Publish(MeaningfulReachFigure row)
    {
        var cells = _cells[(row.Level, row.Code)];
        if (_suppressed[cells.Denominator])
            return row with { Contacts = null, Ascertained = null, Percentage = null, Suppressed = true };

        var contacts = DisclosureControl.Round(_table.Cells[cells.Denominator].Value, _roundTo);
        if (cells.IsSuppressed(_suppressed))
            return row with { Contacts = contacts, Ascertained = null, Percentage = null, Suppressed = true };

        var ascertained = DisclosureControl.Round(_table.Cells[cells.Numerator].Value, _roundTo);
        return row with { Contacts = contacts, Ascertained = ascertained, Percentage = Percentage.Of(ascertained, contacts), Suppressed = false };
    }
}
