using FamilyHubs.Pipeline.Figures.Caseload;

namespace FamilyHubs.Pipeline.Tests.Figures.Caseload;

/// <summary>Average health visitor caseload per WTE in Coventry, January 2017 (C17-11).</summary>
public sealed class CaseloadBackTests
{
    [Fact]
    public async Task Compute_Coventry201701_GivesTheCaseloadPerWteOfTheReport()
    {
        var profile = await TestProfiles.ShippedAsync("coventry");
        var tables = new MonthTables(profile);
        foreach (var team in profile.Geography.Teams)
        {
            tables.Wte("2017-01", team.Name, 2).Wte("2016-12", team.Name, 7);
        }

        string[] districts = [.. profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => district.Code)];
        var next = 1L;
        var universal = Children(5620);
        var plus = Children(450, "YCa47");
        var partnership = Children(160, "YCa49");
        // Partnership Plus with a plan counts among Universal Plus.
        var withPlan = Children(10, "YCa49");
        Plan("YCa51", [.. withPlan, .. universal.Take(9)]);
        Plan("YCa53", universal.Skip(20).Take(92));
        Plan("YCa55", plus.Take(32));
        Plan("YCa00", universal.Skip(200).Take(80));
        tables.Add("SRPersonAtRisk", universal.Skip(300).Take(60).Select(child => new { IDPatient = child, ProtectionPlan = true, DateAdded = "2016-05-01" }));
        tables.Add("SRPatientGroups", universal.Skip(400).Take(20).Select(child => new { IDPatient = child, Name = "Looked After Child", DateEvent = "2016-05-01" }));

        var figures = await CaseloadCalculator.ComputeAsync(await tables.ContextAsync("2017-01"), CancellationToken.None);

        var area = figures.Where(figure => figure.Level == "area" && figure.Wte is not null).ToArray();
        Assert.Equal(profile.Tiers.Select(tier => tier.Code), area.Select(figure => figure.Tier));
        Assert.Equal([281, 23, 8, 0.95, 4.6, 1.6, 4, 3, 1], area.Select(figure => figure.PerWte));
        Assert.All(area, figure => Assert.Equal(20, figure.Wte));
        Assert.Equal(160, partnership.Count);

        List<long> Children(int count, string? level = null)
        {
            List<long> children = [];
            for (var i = 0; i < count; i++, next++)
            {
                tables.Person(next, "2015-06-01", districts[next % districts.Length]).Referral(next, "2015-06-10");
                children.Add(next);
                if (level is not null)
                {
                    tables.Code(next, level, "2016-01-01");
                }
            }

            return children;
        }

        void Plan(string code, IEnumerable<long> children)
        {
            foreach (var child in children)
            {
                tables.Code(child, code, "2016-04-01");
            }
        }
    }
}
