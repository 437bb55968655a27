namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Look-ups in the levels of an area. Codes are compared ordinally, team names as texts.</summary>
public sealed class GeographyIndex
{
    private readonly Dictionary<string, (District District, Quadrant Quadrant)> _districts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Quadrant> _quadrants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TeamDefinition> _teams = new(FieldText.Comparer);

    public GeographyIndex(Geography geography)
    {
        Area = geography.Area;
        foreach (var quadrant in geography.Quadrants)
        {
            _quadrants.Add(quadrant.Code, quadrant);
            foreach (var district in quadrant.Districts)
                _districts.Add(district.Code, (district, quadrant));
        }
        foreach (var team in geography.Teams)
            _teams.Add(team.Name, team);
        Districts = [.. geography.Quadrants.SelectMany(quadrant => quadrant.Districts)];
    }

    public NamedCode Area { get; }

    /// <summary>All districts in the order of the profile.</summary>
    public IReadOnlyList<District> Districts { get; }

    /// <summary>Null for a district that the profile does not have: the level <c>outside</c>.</summary>
    public District? FindDistrict(string code) => _districts.TryGetValue(code, out var found) ? found.District : null;

    public Quadrant? FindQuadrant(string code) => _quadrants.GetValueOrDefault(code);

    /// <summary>The quadrant of a district; null for a district that the profile does not have.</summary>
    public Quadrant? QuadrantOf(string districtCode) => _districts.TryGetValue(districtCode, out var found) ? found.Quadrant : null;

    public TeamDefinition? FindTeam(string name) => _teams.GetValueOrDefault(name);

    /// <summary>The districts that a team serves; none for a team that the profile does not have.</summary>
    public IReadOnlyList<string> DistrictsOfTeam(string name) =>
        FindTeam(name) is not { } team ? [] : team.Districts ?? [team.District];

    /// <summary>The districts beneath a code: all of the area, those of a quadrant, the district itself; none for another code.</summary>
    public IReadOnlyList<string> DistrictsBeneath(string code)
    {
        if (string.Equals(code, Area.Code, StringComparison.Ordinal))
            return [.. Districts.Select(district => district.Code)];
        if (FindQuadrant(code) is { } quadrant)
            return [.. quadrant.Districts.Select(district => district.Code)];
        return _districts.ContainsKey(code) ? [code] : [];
    }
}
