using System.Globalization;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>The teams of the profile with their staff.</summary>
internal static class TeamBook
{
    private static readonly string[] Roles =
    [
        "Health Visitor", "Health Visitor", "Health Visitor", "School Nurse", "Community Nursery Nurse", "Healthy Family Support Worker",
        "Healthy Family Team Lead",
    ];

    public static IReadOnlyList<SampleTeam> Make(Prng random, Profile profile, DateOnly since)
    {
        List<SampleTeam> teams = [];
        var staff = 0;
        foreach (var team in profile.Geography.Teams)
        {
            var id = 5_001 + teams.Count;
            List<SampleStaff> members = [];
            foreach (var role in Roles)
            {
                staff++;
                var name = $"{random.Pick(random.Chance(0.9) ? SampleNames.Girls : SampleNames.Boys)} {random.Pick(SampleNames.Surnames)}";
                members.Add(new SampleStaff(70_000 + staff, 80_000 + staff, name, role, id, since.AddDays(-random.Below(2000))));
            }

            teams.Add(new SampleTeam(id, team.Name, 2 * random.Unit() - 1, members));
        }

        return teams;
    }

    /// <summary>Whole-time equivalents of a team in a month: its part of the caseload, a little up and down.</summary>
    public static string Wte(Prng random, SampleArea area) => (area.Options.Children / 2.0 / Rates.CaseloadOfOne / area.Teams.Count
        * (0.9 + 0.01 * random.Below(21)) + 0.01).ToString("0.00", CultureInfo.InvariantCulture);
}
