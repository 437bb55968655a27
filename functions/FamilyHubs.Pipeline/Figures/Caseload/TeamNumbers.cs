using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>
/// Numbers that a return or the staffing reference gives for teams by name, summed for places (calculations.md 2 and 11): a team by its
/// name, a district by the teams that the profile counts in it, a quadrant by its districts, the area by all rows. A place for which
/// there is no number has none: missing is missing, never zero.
/// </summary>
internal sealed class TeamNumbers(Geography geography)
{
    private readonly Dictionary<string, decimal> _teams = new(FieldText.Comparer);
    private readonly Dictionary<string, string[]> _districtTeams = geography.Teams
        .GroupBy(team => team.District, StringComparer.Ordinal)
        .ToDictionary(district => district.Key, district => district.Select(team => team.Name).ToArray(), StringComparer.Ordinal);

    /// <summary>The teams that have a number.</summary>
    public IEnumerable<string> Teams => _teams.Keys;

    public void Add(string team, decimal number) => _teams[team] = _teams.GetValueOrDefault(team) + number;

    /// <summary>The number of a place, or null.</summary>
    public decimal? Of(Place place) => place.Level switch
    {
        Levels.Area => Sum(_teams.Keys),
        Levels.Quadrant => Sum(geography.Quadrants.Where(quadrant => quadrant.Code == place.Code)
            .SelectMany(quadrant => quadrant.Districts).SelectMany(district => TeamsOf(district.Code))),
        Levels.District => Sum(TeamsOf(place.Code)),
        Levels.Team when place.Code != People.Teams.NoneCode && place.Name is { } name => Sum([name]),
        _ => null,
    };

    private string[] TeamsOf(string district) => _districtTeams.GetValueOrDefault(district, []);

    private decimal? Sum(IEnumerable<string> teams)
    {
        decimal? sum = null;
        foreach (var team in teams)
        {
            if (_teams.TryGetValue(team, out var number))
            {
                sum = (sum ?? 0) + number;
            }
        }

        return sum;
    }
}
