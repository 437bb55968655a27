using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>
/// The places of a report in its order: area, quadrants and districts as the profile lists them, the teams that have a resident of the
/// area by name, those without team, unknown, outside.
/// </summary>
public sealed class PlaceDirectory
{
    /// <summary>The most places that one person counts in.</summary>
    public const int MostPerPerson = 4;

    private const int Area = 0;

    private readonly Residents _residents;
    private readonly List<Place> _places = [];
    private readonly List<int> _quadrants = [];
    private readonly Dictionary<int, int> _teams = [];
    private readonly int _firstDistrict;
    private readonly int _unknown;
    private readonly int _outside;

    public PlaceDirectory(Geography geography, Teams teams, Residents residents)
    {
        _residents = residents;
        _places.Add(new Place(Levels.Area, geography.Area.Code, geography.Area.Name));
        foreach (var quadrant in geography.Quadrants)
        {
            _quadrants.AddRange(Enumerable.Repeat(_places.Count, quadrant.Districts.Count));
            _places.Add(new Place(Levels.Quadrant, quadrant.Code, quadrant.Name));
        }

        _firstDistrict = _places.Count;
        _places.AddRange(
            geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => new Place(Levels.District, district.Code, district.Name)));
        foreach (var team in TeamsOfTheArea(teams))
        {
            _teams[team] = _places.Count;
            _places.Add(new Place(Levels.Team, teams.Code(team), teams.Name(team)));
        }

        _unknown = _places.Count;
        _places.Add(new Place(Levels.Unknown, Levels.Unknown, "Unknown"));
        _outside = _places.Count;
        _places.Add(new Place(Levels.Outside, Levels.Outside, "Outside"));
    }

    public IReadOnlyList<Place> Places => _places;

    /// <summary>Number of a district's place.</summary>
    /// <param name="district">Number of the district as in <see cref="Residents"/>.</param>
    public int OfDistrict(int district) => _firstDistrict + district;

    /// <summary>Number of a team's place.</summary>
    /// <param name="team">Number of a team that has a resident of the area, or <see cref="Teams.None"/>.</param>
    public int OfTeam(int team) => _teams[team];

    /// <summary>Gives the numbers of the places that a person counts in: area, quadrant, district and team, or unknown, or outside, or none.</summary>
    /// <param name="buffer">Room for <see cref="MostPerPerson"/> numbers, of which the result is a part.</param>
    public ReadOnlySpan<int> Of(int person, Span<int> buffer)
    {
        var district = _residents.District(person);
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
                buffer[3] = OfTeam(_residents.Team(person));
                return buffer[..MostPerPerson];
        }
    }

    private IEnumerable<int> TeamsOfTheArea(Teams teams)
    {
        var used = new bool[teams.Count];
        for (var person = 0; person < _residents.Count; person++)
        {
            if (_residents.District(person) >= 0 && _residents.Team(person) != Teams.None)
            {
                used[_residents.Team(person)] = true;
            }
        }

        return Enumerable.Range(0, teams.Count).Where(team => used[team])
            .OrderBy(team => teams.Name(team) is null)
            .ThenBy(teams.Name, StringComparer.Ordinal)
            .Append(Teams.None);
    }
}
