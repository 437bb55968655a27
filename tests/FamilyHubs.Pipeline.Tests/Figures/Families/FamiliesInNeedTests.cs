using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.Outcomes;

namespace FamilyHubs.Pipeline.Tests.Figures.Families;

/// <summary>Each family is a mother n and her child n + 100, who live in Alpha unless said otherwise.</summary>
public sealed class FamiliesInNeedTests
{
    private const string School = "2010-01-01";
    private const string Early = "2017-01-01";

    [Fact]
    public async Task Compute_Order_IsGroupsThenPlanThenUnderFivesThenReachThenId()
    {
        var area = new MonthlyCase();
        Family(area, 5, School);
        Family(area, 4, School);
        Family(area, 3, School).Event(900, 103, "2019-03-01").Event(901, 5, "2018-09-30");
        Family(area, 2, Early);
        Family(area, 1, School).Add("SRPersonAtRisk", new { IDPatient = 101, ProtectionPlan = true, DateAdded = "2019-01-01" });
        Family(area, 6, School).Code(106, "S1", "2019-01-01").Code(6, "S6", "2019-01-01");
        Family(area, 7, School).Code(7, "S1", "2019-01-01").Code(107, "S1", "2019-01-01");

        var families = await FamiliesAsync(area);

        Assert.Equal(["6", "1", "7", "2", "4", "3", "5"], families.Select(family => family.FamilyId).Take(7));
        Assert.Equal(["G1", "G6"], families[0].Groups);
        Assert.Equal(["G1"], families[2].Groups);
        Assert.Equal(["protection plan", "not reached"], families[1].Reasons);
    }

    [Theory]
    [InlineData("2018-09-29", false)]
    [InlineData("2018-09-30", true)]
    [InlineData("2019-03-31T23:00:00", true)]
    [InlineData("2019-04-01", null)]
    public async Task Compute_LastReach_IsNotReachedAfter183Days(string day, bool? isReached)
    {
        var family = await OnlyAsync(Family(new MonthlyCase(), 1, Early).Event(900, 1, day));

        Assert.Equal(isReached is not true, family.Reasons.Contains("not reached"));
        Assert.Equal(isReached is null ? null : DateOnly.Parse(day[..10], System.Globalization.CultureInfo.InvariantCulture), family.LastContact);
    }

    [Theory]
    [InlineData("Letter", null, "first contact: Letter")]
    [InlineData("Pigeon", null, null)]
    [InlineData(null, null, null)]
    [InlineData("Telephone", "Did Not Attend", null)]
    public async Task Compute_ContactThatIsNoReach_LeavesTheFamilyNotReached(string? mode, string? status, string? identified)
    {
        var family = await OnlyAsync(Family(new MonthlyCase(), 1, Early).Event(900, 101, "2019-03-01", mode, status));

        Assert.Null(family.LastContact);
        Assert.Contains("not reached", family.Reasons);
        Assert.Equal(identified, family.Reasons.SingleOrDefault(reason => reason.StartsWith("first contact", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Compute_FirstContact_IsTheEarliestOfAllMembersWithItsReview()
    {
        var area = Family(new MonthlyCase(), 1, Early)
            .Event(900, 101, "2018-01-01", "Telephone")
            .Review(1, MonthlyCase.Antenatal, "2016-11-01", mode: " FACE to face ")
            .Event(901, 1, "2016-10-01", "Telephone", "Cancelled by Unit");

        var family = await OnlyAsync(area);

        Assert.Equal(["under-fives: 1", "not reached", "first contact: antenatal review, Face to face"], family.Reasons);
        Assert.Equal(new DateOnly(2018, 1, 1), family.LastContact);
    }

    [Fact]
    public async Task Compute_Support_IsTeamsWithAnOpenReferralThenCarePlans()
    {
        var area = Family(new MonthlyCase(), 1, Early)
            .Add("SRTeam", new { RowIdentifier = 70, TeamName = "Team Z" }).Add("SRTeam", new { RowIdentifier = 71, TeamName = "Team A" })
            .Add("SRTeam", new { RowIdentifier = 72, TeamName = "Closed" })
            .Add("SRReferralIn", new { RowIdentifier = 1, IDPatient = 101, DateReferral = "2019-03-31", DateEvent = "2019-06-01" })
            .Add("SRReferralIn", new { RowIdentifier = 2, IDPatient = 101, DateReferral = "2018-01-01", DateDischarge = "2019-03-31" })
            .Add("SRReferralIn", new { RowIdentifier = 3, IDPatient = 1, DateEvent = "2018-01-01", DateDischarge = "2019-04-01" })
            .Add("SRReferralIn", new { RowIdentifier = 4, IDPatient = 101, DateReferral = "2019-04-01" });
        Allocation(area, 1, 101, 1, 70);
        Allocation(area, 2, 101, 2, 72);
        Allocation(area, 3, 1, null, 71);
        Allocation(area, 4, 1, 3, 70, to: "2019-03-31");
        Allocation(area, 5, 101, 4, 72);
        Allocation(area, 6, 1, 3, 73, from: "2019-03-31");
        Plan(area, 1, 101, "Plan M");
        Plan(area, 2, 1, " Sleep plan ", start: "2015-01-01");
        Plan(area, 3, 1, "sleep PLAN");
        Plan(area, 4, 101, "Plan A", discontinued: "2019-03-31");
        Plan(area, 5, 1, "Plan W");
        Plan(area, 6, 999, "Plan of nobody");

        var family = await OnlyAsync(area);

        Assert.Equal(["73", "Team A", "Team Z", "Plan M", "Plan W", "Sleep plan"], family.Support);
        Assert.Equal(["M", "W"], family.Measures);
    }

    [Fact]
    public async Task Compute_Family_CountsChildrenAndKeepsItsGroupsOfLookedAfter()
    {
        var area = Family(new MonthlyCase(), 1, "2001-04-01").Person(102, "2001-03-31").Parent(102, 1).Person(103, "2014-04-01").Parent(103, 1)
            .Add("SRPatientGroups", new { IDPatient = 103, Name = "Looked After Child", DateEvent = "2019-01-01" });

        var family = await OnlyAsync(area);

        Assert.Equal(("1", "N", 2), (family.FamilyId, family.Quadrant, family.Children));
        Assert.Equal(["looked-after child", "under-fives: 1", "not reached"], family.Reasons);
    }

    [Fact]
    public async Task Compute_Quadrant_IsThatOfTheResidentChildWithTheLowestId()
    {
        var area = new MonthlyCase().Person(1, "1990-01-01", "pA").Person(102, Early, "pC").Parent(102, 1).Person(101, Early, "pZ").Parent(101, 1)
            .Person(103, Early, "pB").Parent(103, 1)
            .Person(2, "1990-01-01", "pA").Person(104, Early, null).Parent(104, 2).Person(3, "1990-01-01");

        Assert.Equal(["1 S"], (await FamiliesAsync(area)).Select(family => $"{family.FamilyId} {family.Quadrant}"));
    }

    [Fact]
    public async Task Compute_MoreFamilies_AreTheFirstOfEachQuadrantInTheOrderOfTheProfile()
    {
        var area = new MonthlyCase();
        for (var family = 1; family <= 6; family++)
        {
            Family(area, family, School, family % 2 == 0 ? "pA" : "pC");
        }

        // All are alike but for the contacts: those reached come last.
        area.Event(900, 1, "2019-03-01").Event(901, 102, "2019-03-01");

        var families = await FamiliesAsync(area, profile => profile with { Families = profile.Families with { FirstPerQuadrant = 2 } });

        Assert.Equal(["N 4", "N 6", "S 3", "S 5"], families.Select(family => $"{family.Quadrant} {family.FamilyId}"));
    }

    [Fact]
    public async Task Compute_NoFamily_IsEmpty() => Assert.Empty(await FamiliesAsync(new MonthlyCase().Person(1, "1990-01-01")));

    private static MonthlyCase Family(MonthlyCase area, long mother, string birth, string postcode = "pA") =>
        area.Person(mother, "1985-01-01", postcode).Person(mother + 100, birth, postcode).Parent(mother + 100, mother);

    private static void Allocation(MonthlyCase area, long row, long person, long? referral, long team, string? from = null, string? to = null) =>
        area.Add("SRReferralAllocation", new { RowIdentifier = row, IDPatient = person, IDReferralIn = referral, IDTeam = team, DateStart = from, DateEnd = to });

    private static void Plan(MonthlyCase area, long row, long person, string name, string start = "2019-01-01", string? discontinued = null) =>
        area.Add("SRCarePlanDetail", new { RowIdentifier = row, IDPatient = person, NameOfCarePlanUsed = name, DateEvent = start, DateDiscontinued = discontinued });

    private static async Task<IReadOnlyList<FamilyInNeed>> FamiliesAsync(MonthlyCase area, Func<Profile, Profile>? change = null) =>
        (await area.ComputeAsync(change: profile => OutcomeProfile.With(change?.Invoke(profile) ?? profile))).Report.Families!;

    private static async Task<FamilyInNeed> OnlyAsync(MonthlyCase area) => Assert.Single(await FamiliesAsync(area));
}
