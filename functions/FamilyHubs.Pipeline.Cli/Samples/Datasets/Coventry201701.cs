using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>
/// The caseload of Coventry's health visitors in January 2017 (C17-11): 60 whole-time equivalents and so many children of each tier that one
/// has 281, 23, 8, 0.95, 4.6, 1.6, 4, 3 and 1; with the counts of C17-04 to C17-10.
/// </summary>
internal sealed class Coventry201701() : Dataset(
    "coventry-2017-01",
    "coventry",
    new DateOnly(2017, 1, 30),
    new DateOnly(2017, 2, 6),
    "caseload per WTE of 2017-01: 281, 23, 8, 0.95, 4.6, 1.6, 4, 3, 1 (C17-11), with the counts of C17-04 to C17-10")
{
    /// <summary>Children, by the tiers they count in. A plan of Partnership Plus makes it Universal Plus.</summary>
    private static readonly (int Children, string? Level, string[] Plans)[] Caseload =
    [
        (480, "partnershipPlus", []),
        (57, "partnershipPlus", ["cafLevel2Lead"]),
        (3, "partnershipPlus", ["cafLevel2Contribute"]),
        (96, "universalPlus", ["cafLevel3Contribute"]),
        (1224, "universalPlus", []),
        (273, null, ["cafLevel2Contribute"]),
        (240, null, ["childInNeed"]),
        (160, null, ["protectionPlan"]),
        (20, null, ["protectionPlan", "lookedAfter"]),
        (40, null, ["lookedAfter"]),
        (16127, null, []),
    ];

    /// <summary>Households of two children among those on Partnership Plus: 480 children are of 446 families (C17-09).</summary>
    private const int PartnershipPlusPairs = 34;

    private static readonly DateOnly MonthEnd = new(2017, 1, 31);

    private static readonly decimal[] Wte = [7.0m, 6.5m, 5.5m, 5.0m, 6.0m, 6.4m, 5.2m, 7.4m, 5.4m, 5.6m];

    /// <summary>e-CAF from April 2016 on: led by health, contributed to, refusals of consent (C17-04, C17-05, C17-10).</summary>
    private static readonly (int Led, int Contributed, int Refused)[] Cafs2016 =
    [
        (102, 118, 7), (95, 121, 5), (89, 120, 6), (89, 119, 8), (83, 123, 4), (77, 122, 6), (70, 121, 7), (69, 124, 5), (68, 120, 6), (68, 122, 6),
    ];

    /// <summary>Family Health Assessment Tool: more than 800 a month (C17-06).</summary>
    private static readonly (DateOnly First, int Count)[] Assessments = [(new(2016, 12, 1), 840), (new(2017, 1, 1), 812), (new(2017, 2, 1), 120)];

    protected override int Children => 18_800;

    public override IEnumerable<Family> Families(SampleArea area)
    {
        var tiers = new TierHouseholds(area, MonthEnd);
        var (index, child) = (0, 0);
        foreach (var (children, level, plans) in Caseload)
        {
            for (var left = children; left > 0;)
            {
                var isPair = left > 1 && (level == "partnershipPlus" ? plans.Length == 0 && index < PartnershipPlusPairs : level is null && index % 3 == 0);
                var household = tiers.Make(index++, child, isPair ? 2 : 1, level, plans);
                foreach (var person in household.Family.Children)
                {
                    if (level is null && plans.Length == 0)
                    {
                        Assess(area, household, person, children - left--);
                    }
                    else
                    {
                        left--;
                    }

                    child++;
                }

                yield return household.Family;
            }
        }

        foreach (var household in tiers.NotOfTheCaseload(index))
        {
            yield return household.Family;
        }
    }

    public override IEnumerable<CafRow> Cafs(SampleArea area)
    {
        foreach (var (number, (led, contributed, refused)) in Cafs2016.Index())
        {
            var month = new Month(2016, 4).AddMonths(number);
            foreach (var (place, team) in area.Teams.Index())
            {
                var third = contributed / 4;
                yield return new CafRow(month, team.Name, 2, "lead", Part(led, place), Part(refused, place));
                yield return new CafRow(month, team.Name, 2, "contribute", Part(contributed - third, place), 0);
                yield return new CafRow(month, team.Name, 3, "contribute", Part(third, place), 0);
            }
        }

        int Part(int all, int team) => (all * (team + 1) / area.Teams.Count) - (all * team / area.Teams.Count);
    }

    public override decimal Staffing(SampleTeam team, DateOnly month) => Wte[(int)(team.Id - 5_001) % Wte.Length];

    private static void Assess(SampleArea area, Household household, Person child, int number)
    {
        var size = Caseload[^1].Children;
        foreach (var (place, (first, count)) in Assessments.Index())
        {
            var day = first.AddDays(first.Month == 2 ? number % 3 : 15 + number % 15);
            if (Spread.Holds(number, count, size, place * 7) && child.BirthDay <= day)
            {
                household.Answer(child, area.Forms.Questionnaires[0], day, area.Profile.Contacts.Modes["faceToFace"][0]);
            }
        }
    }
}
