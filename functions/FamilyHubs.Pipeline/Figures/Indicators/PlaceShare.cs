using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>Counts persons, and those of them who meet something, at the places they have at the end of any month.</summary>
internal sealed class PlaceShare
{
    private readonly MonthlyContext _context;
    private readonly Month _month;
    private readonly PlaceRows _rows;
    private readonly int[] _all;
    private readonly int[] _met;

    public PlaceShare(MonthlyContext context, Month month)
    {
        (_context, _month) = (context, month);
        _rows = PlaceRows.WithAllTeams(context.Profile.Geography, context.Population.Allocations.Teams);
        (_all, _met) = (new int[_rows.Places.Count], new int[_rows.Places.Count]);
    }

    /// <summary>Counts a person; who is out at the month's end counts nowhere.</summary>
    public void Add(int person, bool met)
    {
        Span<int> buffer = stackalloc int[PlaceRows.MostPerPerson];
        var district = _context.Finder.District(person, _month.Last);
        foreach (var place in _rows.Of(district, _context.Finder.Team(person, _month.Last), buffer))
        {
            _all[place]++;
            _met[place] += met ? 1 : 0;
        }
    }

    /// <summary>Shares at the report's places in per cent.</summary>
    public IEnumerable<IndicatorValue> Shares() => Shown().Select(row =>
        IndicatorValue.Share(_rows.Places[row].Level, _rows.Places[row].Code, _month.ToString(), _met[row], _all[row]));

    /// <summary>Counts of those who meet it. A month to which nobody's record reaches back has none: missing is missing, never zero.</summary>
    public IEnumerable<IndicatorValue> Counts()
    {
        var isMissing = Array.TrueForAll(_all, count => count == 0);
        return Shown().Select(row => new IndicatorValue(
            _rows.Places[row].Level, _rows.Places[row].Code, _month.ToString(), null, null, isMissing ? null : _met[row]));
    }

    private IEnumerable<int> Shown()
    {
        var shown = _context.Places.Places.Select(place => (place.Level, place.Code)).ToHashSet();
        return Enumerable.Range(0, _rows.Places.Count).Where(row => shown.Contains((_rows.Places[row].Level, _rows.Places[row].Code)));
    }
}
