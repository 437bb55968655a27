using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>The <see cref="PlaceRows"/> of a report of one day, with the teams that have a resident of the area on it.</summary>
public sealed class PlaceDirectory(Geography geography, Teams teams, Residents residents)
{
    /// <summary>The most places that one person counts in.</summary>
    public const int MostPerPerson = PlaceRows.MostPerPerson;

    private readonly PlaceRows _rows = new(geography, teams, TeamsOfTheArea(teams, residents));

    public IReadOnlyList<Place> Places => _rows.Places;

    /// <summary>Number of a district's place.</summary>
    /// <param name="district">Number of the district as in <see cref="Residents"/>.</param>
    public int OfDistrict(int district) => _rows.OfDistrict(district);

    /// <summary>Number of a team's place.</summary>
    /// <param name="team">Number of a team that has a resident of the area, or <see cref="Teams.None"/>.</param>
    public int OfTeam(int team) => _rows.OfTeam(team);

    /// <summary>Gives the numbers of the places that a person counts in: area, quadrant, district and team, or unknown, or outside, or none.</summary>
    /// <param name="buffer">Room for <see cref="MostPerPerson"/> numbers, of which the result is a part.</param>
    public ReadOnlySpan<int> Of(int person, Span<int> buffer) => _rows.Of(residents.District(person), residents.Team(person), buffer);

    private static IEnumerable<int> TeamsOfTheArea(Teams teams, Residents residents)
    {
        var used = new bool[teams.Count];
        for (var person = 0; person < residents.Count; person++)
        {
            if (residents.District(person) >= 0 && residents.Team(person) != Teams.None)
            {
                used[residents.Team(person)] = true;
            }
        }

        return Enumerable.Range(0, teams.Count).Where(team => used[team]);
    }
}
