using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Demo;

/// <summary>Whose pages the demonstration shows.</summary>
internal static class DemoPages
{
    /// <summary>Codes of the county and its districts.</summary>
    public static IEnumerable<string> CodesOfPages(this Profile profile) =>
        profile.Geography.Quadrants.SelectMany(q => q.Districts).Select(d => d.Code).Prepend(profile.Geography.Area.Code);
}
