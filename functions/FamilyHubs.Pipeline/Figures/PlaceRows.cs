using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>
/// The rows of a report in its order: area, quadrants and districts as the profile lists them, some teams by name, those without team,
/// unknown, outside.
/// </summary>
public sealed class PlaceRows
{
    /// <summary>The most rows that one person counts in.</summary>
    public const int MostPerPerson = 4;

    private const int Area = 0;

    private readonly List<Place> _places = [];
    private readonly List<int> _quadrants = [];
    private readonly Dictionary<int, int> _teams = [];
    private readonly int _firstDistrict;
    private readonly int _unknown;
    private readonly int _outside;

    /// <param name="listed">Numbers of the teams that have a row.</param>
    public PlaceRows(Geography geography, Teams teams, IEnumerable<int> listed)
    {
        _places.Add(new Place(Levels.Area, geography.Area.Code, geography.Area.Name));
        foreach (var quadrant in geography.Quadrants)
        {
            _quadrants.AddRange(Enumerable.Repeat(_places.Count, quadrant.Districts.Count));
            _places.Add(new Place(Levels.Quadrant, quadrant.Code, quadrant.Name));
        }

        _firstDistrict = _places.Count;
        _places.AddRange(
            geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => new Place(Levels.District, district.Code, district.Name)));
        foreach (var team in listed.Order().OrderBy(team => teams.Name(team) is null).ThenBy(teams.Name, StringComparer.Ordinal).Append(Teams.None))
        {
            _teams[team] = _places.Count;
            _places.Add(new Place(Levels.Team, teams.Code(team), teams.Name(team)));
        }

        _unknown = _places.Count;
        _places.Add(new Place(Levels.Unknown, Levels.Unknown, "Unknown"));
        _outside = _places.Count;
        _places.Add(new Place(Levels.Outside, Levels.Outside, "Outside"));
    }

    /// <summary>The rows by number.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>Rows with every team that an allocation names.</summary>
    public static PlaceRows WithAllTeams(Geography geography, Teams teams) => new(geography, teams, Enumerable.Range(0, teams.Count));

    /// <summary>Number of a district's row.</summary>
    /// <param name="district">Number of the district as in <see cref="Residents"/>.</param>
    public int OfDistrict(int district) => _firstDistrict + district;

    /// <summary>Number of a team's row.</summary>
    /// <param name="team">Number of a team that has a row, or <see cref="Teams.None"/>.</param>
    public int OfTeam(int team) => _teams[team];

    /// <summary>Gives the numbers of the rows that a person of a place counts in: area, quadrant, district and team, or unknown, or outside, or none.</summary>
    /// <param name="district">As in <see cref="PlaceFinder.District"/>.</param>
    /// <param name="team">As in <see cref="PlaceFinder.Team"/>; not looked at unless the person is a resident.</param>
    /// <param name="buffer">Room for <see cref="MostPerPerson"/> numbers, of which the result is a part.</param>
    public ReadOnlySpan<int> Of(int district, int team, Span<int> buffer)
    {
        switch (district)
        {
            case Residents.Out:
                return [];
            case Residents.Unknown:
                buffer[0] = _unknown;
                return buffer[..1];
            case Residents.Outside:
                buffer[0] = _outside;
                return buffer[..1];
            default:
                buffer[0] = Area;
                buffer[1] = _quadrants[district];
                buffer[2] = OfDistrict(district);
                buffer[3] = OfTeam(team);
                return buffer[..MostPerPerson];
        }
    }
}
