namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Codes of places are unique over all levels, because a reader's catchment names places by code alone.</summary>
internal static class GeographyRules
{
    private static readonly string[] Reserved = ["unknown", "outside", "none"];

    public static void Check(Geography geography, ProfileErrors errors)
    {
        var codes = Codes(geography).ToArray();
        errors.Unique(codes, StringComparer.Ordinal, "codes of places are unique");
        foreach (var (path, code) in codes)
            if (Reserved.Contains(code, StringComparer.Ordinal))
                errors.Add(path, $"\"{code}\" is a code that the figures use themselves.", "Choose another code.");

        var districts = geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => district.Code).ToArray();
        var names = new List<(string, string)>();
        for (var index = 0; index < geography.Teams.Count; index++)
        {
            var team = geography.Teams[index];
            var path = JsonPath.Item("$.geography.teams", index);
            names.Add(($"{path}.name", team.Name));
            errors.Known($"{path}.district", team.District, districts, "district");
            if (team.Districts is not { } served)
                continue;
            for (var place = 0; place < served.Count; place++)
                errors.Known(JsonPath.Item($"{path}.districts", place), served[place], districts, "district");
            if (!served.Contains(team.District, StringComparer.Ordinal))
                errors.Add($"{path}.districts", "The team does not serve the district in which its staffing is counted.", "Add that district to the list.");
        }
        errors.Unique(names, FieldText.Comparer, "names of teams are unique");
    }

    private static IEnumerable<(string Path, string Code)> Codes(Geography geography)
    {
        yield return ("$.geography.area.code", geography.Area.Code);
        for (var quadrant = 0; quadrant < geography.Quadrants.Count; quadrant++)
        {
            var path = JsonPath.Item("$.geography.quadrants", quadrant);
            yield return ($"{path}.code", geography.Quadrants[quadrant].Code);
            var districts = geography.Quadrants[quadrant].Districts;
            for (var district = 0; district < districts.Count; district++)
                yield return (JsonPath.Item($"{path}.districts", district) + ".code", districts[district].Code);
        }
    }
}
