using System.Globalization;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Readers of the reports at example.org: a manager of each district and quadrant, of the area, and who else reads.</summary>
internal static class RecipientsWriter
{
    private const string Both = "weekly;monthly";

    public static async Task<string> WriteAsync(Profile profile, string path)
    {
        var area = profile.Geography.Area;
        await using var file = new CsvText(path, "Email", "Name", "Roles", "AreaCodes", "Reports");
        file.Write("area.manager@example.org", $"{area.Name} Service Manager", "manager", area.Code, Both);
        file.Write("commissioner@example.org", $"{area.Name} Commissioner", "commissioner", area.Code, "monthly");
        file.Write("informatics@example.org", "Business Informatics", "informatics", area.Code, Both);
        foreach (var quadrant in profile.Geography.Quadrants)
        {
            file.Write(Address("head", quadrant.Code), $"{quadrant.Name} Head of Service", "manager", quadrant.Code, Both);
            foreach (var district in quadrant.Districts)
            {
                file.Write(Address("manager", district.Code), $"{district.Name} Hub Manager", "manager", district.Code, Both);
            }
        }

        var first = profile.Geography.Quadrants[0];
        var two = string.Join(';', first.Districts.Select(district => district.Code));
        file.Write(Address("teamlead", first.Code), $"{first.Name} Team Lead", "teamlead;manager", two, "weekly");
        return path;
    }

    private static string Address(string role, string code) =>
        string.Create(CultureInfo.InvariantCulture, $"{role}.{code.ToLowerInvariant()}@example.org");
}
