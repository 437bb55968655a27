using FamilyHubs.Pipeline.Figures.Caseload;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Caseload;

public sealed class CaseloadCalculatorTests
{
    private static readonly TeamDefinition[] Teams = [new("Team North", "A"), new("Team Beta", "B", ["A", "B"]), new("Team South", "C")];

    [Theory]
    [InlineData("2019-03-31", null, null, 1)] // on the month's last day
    [InlineData("2019-03-31 23:59", null, null, 1)]
    [InlineData("2019-04-01", null, null, 0)]
    [InlineData(null, "2019-03-31", null, 1)] // DateEvent stands in for DateReferral
    [InlineData("2019-03-01", "2019-04-02", null, 1)]
    [InlineData("2019-04-01", "2019-03-01", null, 0)]
    [InlineData(null, null, null, 0)]
    [InlineData("2019-01-01", null, "2019-04-01", 1)] // discharged later
    [InlineData("2019-01-01", null, "2019-03-31 18:00", 0)]
    public async Task Compute_Referral_IsOpenAtTheMonthsEnd(string? referred, string? dated, string? discharged, int expected)
    {
        var figures = await ComputeAsync(tables => tables.Person(1, "2017-01-01", "A").Referral(1, referred, dated, discharged));

        Assert.Equal(expected, Count(figures, "T", "universal"));
    }

    [Theory]
    [InlineData("2014-04-01", 1)] // five on the day after the month's end
    [InlineData("2014-03-31", 0)]
    [InlineData(null, 0)]
    public async Task Compute_ChildOfFive_IsNotInTheCaseload(string? birth, int expected)
    {
        var figures = await ComputeAsync(tables => tables.Person(1, birth, "A").Referral(1, "2018-01-01"));

        Assert.Equal(expected, Count(figures, "T", "universal"));
    }

    [Fact]
    public async Task Compute_SeveralReferrals_CountTheChildOnce()
    {
        var figures = await ComputeAsync(tables => tables.Person(1, "2017-01-01", "A").Referral(1, "2018-01-01").Referral(1, "2018-02-01"));

        Assert.Equal(1, Count(figures, "T", "universal"));
    }

    [Fact]
    public async Task Compute_WhoIsOut_IsNotInTheCaseload()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2017-01-01", "A", death: "2019-03-31").Referral(1, "2018-01-01")
            .Person(2, "2017-01-01", "A").Referral(2, "2018-01-01").Add("SRNDOptOutPreference", new { IDPatient = 2 }));

        Assert.All(figures, figure => Assert.Equal(0, figure.Count ?? 0));
    }

    [Fact]
    public async Task Compute_Places_EachDivideTheArea()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2017-01-01", "A").Person(2, "2017-01-01", "B").Person(3, "2017-01-01", "C").Person(4, "2017-01-01", null).Person(5, "2017-01-01", "Z")
            .Referral(1, "2018-01-01").Referral(2, "2018-01-01").Referral(3, "2018-01-01").Referral(4, "2018-01-01").Referral(5, "2018-01-01")
            .Team(11, "Team North", 1, 3, 5));

        Assert.Equal(3, Count(figures, "T", "universal"));
        Assert.Equal((2, 1), (Count(figures, "N", "universal"), Count(figures, "S", "universal")));
        Assert.Equal((1, 1, 1), (Count(figures, "A", "universal"), Count(figures, "B", "universal"), Count(figures, "C", "universal")));
        Assert.Equal((2, 1), (Count(figures, "11", "universal"), Count(figures, "none", "universal")));
        Assert.Equal((1, 1), (Count(figures, "unknown", "universal"), Count(figures, "outside", "universal")));
    }

    [Theory]
    [InlineData("universalPlus", "L2 2018-01-01", "L1 2018-02-01")] // the latest start decides
    [InlineData("partnershipPlus", "L1 2018-01-01", "L2 2018-02-01")]
    [InlineData("universalPlus", "L1 2018-01-01", "L2 2018-02-01", "X2 2018-03-01")] // only levels in force
    [InlineData("universal", "L1 2018-01-01", "X1 2018-01-02")]
    [InlineData("partnershipPlus", "L1 2018-02-01", "L2 2018-02-01")] // on one day the later record
    [InlineData("universal", "L1 2019-04-01")]
    public async Task Compute_Levels_ChildHasTheLatestInForce(string expected, params string[] codes)
    {
        var figures = await ComputeAsync(tables => WithCodes(tables, codes));

        Assert.Equal([expected], await TiersWithTheChildAsync(figures));
    }

    [Fact]
    public async Task Compute_PlanApplies_ChildOfPartnershipPlusCountsWhereTheProfileSays()
    {
        var figures = await ComputeAsync(tables => WithCodes(tables, "L2 2018-01-01", "P1 2018-05-01", "S2 2018-05-01"));

        Assert.Equal(["universalPlus", "cafLevel2Lead", "childInNeed"], await TiersWithTheChildAsync(figures));
    }

    [Fact]
    public async Task Compute_PlanOfAGroup_ExpiresAsTheGroupDoes()
    {
        // G2 holds for 24 months.
        var last = await ComputeAsync(tables => WithCodes(tables, "S2 2017-04-01"));
        var expired = await ComputeAsync(tables => WithCodes(tables, "S2 2017-03-31"));

        Assert.Equal((1, 0), (Count(last, "T", "childInNeed"), Count(expired, "T", "childInNeed")));
    }

    [Fact]
    public async Task Compute_Wte_IsThatOfThePlaceInTheMonth()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2017-01-01", "A").Referral(1, "2018-01-01").Team(11, " team NORTH", 1)
            .Wte("2019-03", "Team North", 0.1).Wte("2019-03", "Team Beta", 0.2).Wte("2019-03", "Bank staff", 0.5).Wte("2019-02", "Team South", 9));

        Assert.Equal(0.8, Wte(figures, "T"));
        Assert.Equal(0.3, Wte(figures, "N"));
        Assert.Equal(0.1, Wte(figures, "A"));
        Assert.Equal(0.2, Wte(figures, "B"));
        Assert.Equal(0.1, Wte(figures, "11"));
        Assert.All(new[] { "S", "C", "none", "unknown", "outside" }, code => Assert.Null(Wte(figures, code)));
        Assert.Equal(1.25, figures.Single(figure => figure is { Code: "T", Tier: "universal" }).PerWte);
        Assert.Equal(0, figures.Single(figure => figure is { Code: "B", Tier: "universal" }).PerWte);
    }

    [Fact]
    public async Task Compute_NoWteOrZero_HasNoQuotient()
    {
        var figures = await ComputeAsync(tables => tables.Person(1, "2017-01-01", "C").Referral(1, "2018-01-01").Wte("2019-03", "Team South", 0));

        Assert.All(figures, figure => Assert.Null(figure.PerWte));
    }

    [Fact]
    public async Task Compute_Questionnaires_CountsThoseOfTheMonth()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "1990-01-01", "A").Person(2, "2018-01-01", "Z")
            .Add("SRQuestionnaire", new { RowIdentifier = 7, QuestionnaireName = "family health assessment tool " }, new { RowIdentifier = 8, QuestionnaireName = "Other" })
            .Add(
                "SRAnsweredQuestionnaire",
                new { IDPatient = 1, IDQuestionnaire = 7, DateEvent = "2019-03-01" },
                new { IDPatient = 1, IDQuestionnaire = 7, DateEvent = "2019-03-31 23:00" },
                new { IDPatient = 2, IDQuestionnaire = 7, DateEvent = "2019-03-10" },
                new { IDPatient = 1, IDQuestionnaire = 7, DateEvent = "2019-02-28" },
                new { IDPatient = 1, IDQuestionnaire = 7, DateEvent = "2019-04-01" },
                new { IDPatient = 1, IDQuestionnaire = 8, DateEvent = "2019-03-10" }));

        Assert.Equal((2, 2, 0, 1), (Count(figures, "T", "fhat"), Count(figures, "A", "fhat"), Count(figures, "B", "fhat"), Count(figures, "outside", "fhat")));
    }

    [Fact]
    public async Task Compute_Cafs_AreThoseOfTheTeamsAndOfAllRows()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2017-01-01", "A").Team(11, "Team North", 1).Team(12, "Team Beta")
            .Add(
                "CafReturns",
                new { Month = "2019-03", Team = "Team North", Level = 2, Role = "lead", Count = 3, ConsentRefused = 1 },
                new { Month = "2019-03", Team = "Team Beta", Level = 2, Role = "Lead ", Count = 4, ConsentRefused = (int?)null },
                new { Month = "2019-03", Team = "Closed team", Level = 3, Role = "lead", Count = 5, ConsentRefused = (int?)2 },
                new { Month = "2019-03", Team = "Team North", Level = 3, Role = "contribute", Count = 9, ConsentRefused = (int?)null },
                new { Month = "2019-02", Team = "Team South", Level = 2, Role = "lead", Count = 7, ConsentRefused = (int?)1 }));

        Assert.Equal(12, Count(figures, "T", "caf-led"));
        Assert.Equal((7, 3, 4), (Count(figures, "N", "caf-led"), Count(figures, "A", "caf-led"), Count(figures, "B", "caf-led")));
        Assert.Equal((3, 4), (Count(figures, "11", "caf-led"), Count(figures, "12", "caf-led")));
        Assert.DoesNotContain(figures, figure => figure is { Tier: "caf-led", Code: "C" or "S" });
        Assert.Equal((9, 3), (Count(figures, "T", "caf-contributed"), Count(figures, "T", "caf-consent-refused")));
    }

    [Fact]
    public async Task Compute_NoReturn_IsMissingNotZero()
    {
        var figures = await ComputeAsync(tables => tables.Person(1, "2017-01-01", "A"));

        Assert.Null(Assert.Single(figures, figure => figure.Tier == "caf-led").Count);
    }

    [Fact]
    public async Task Compute_TeamOfAReturnIsNoTeam_IsAFinding()
    {
        var context = await new MonthTables(await ProfileAsync()).Team(11, "Team North")
            .Add(
                "CafReturns",
                new { Month = "2019-03", Team = "team north", Role = "lead", Count = 1 },
                new { Month = "2019-03", Team = "Nobody", Role = "lead", Count = 1 })
            .ContextAsync("2019-03");

        await CaseloadCalculator.ComputeAsync(context, CancellationToken.None);

        var finding = Assert.Single(context.Findings, finding => finding.Rule == QualityRules.ReturnUnknownTeam);
        Assert.Equal((1, 2), (finding.Failed, finding.Checked));
    }

    [Fact]
    public async Task Compute_RoleOfAReturnIsUnknown_IsAFinding()
    {
        var context = await new MonthTables(await ProfileAsync()).Team(11, "Team North")
            .Add(
                "CafReturns",
                new { Month = "2019-03", Team = "Team North", Role = " Lead ", Count = 1 },
                new { Month = "2019-03", Team = "Team North", Role = "contribute", Count = 1 },
                new { Month = "2019-03", Team = "Team North", Role = "led", Count = 1 },
                new { Month = "2019-02", Team = "Team North", Role = "led", Count = 1 })
            .ContextAsync("2019-03");

        await CaseloadCalculator.ComputeAsync(context, CancellationToken.None);

        var finding = Assert.Single(context.Findings, finding => finding.Rule == QualityRules.ReturnUnknownRole);
        Assert.Equal((1, 3), (finding.Failed, finding.Checked));
    }

    [Fact]
    public async Task Compute_TierFamilies_CountAFamilyOnceWhereItsFirstResidentChildLives()
    {
        var figures = await ComputeAsync(tables =>
        {
            foreach (var (child, district) in new[] { (1L, "Z"), (2L, "B"), (3L, "A") })
            {
                tables.Person(child, "2017-01-01", district).Referral(child, "2018-01-01").Code(child, "L2", "2018-01-01").Mother(child, 50);
            }

            return tables.Person(50, "1990-01-01", "C").Person(4, "2017-01-01", "A").Referral(4, "2018-01-01").Code(4, "L2", "2018-01-01");
        });

        Assert.Equal(2, Count(figures, "T", "partnership-plus-families"));
        Assert.Equal(
            (1, 1, 0), (Count(figures, "A", "partnership-plus-families"), Count(figures, "B", "partnership-plus-families"), Count(figures, "outside", "partnership-plus-families")));
    }

    [Fact]
    public async Task Compute_CountOfAReturn_AddsUpThePartnersOfAPlace()
    {
        var profile = await ProfileAsync() with
        {
            MonthlyCounts = [new MonthlyCount("jabs", "Immunisations given", "count", new MonthlyCountSource("return"))],
        };
        var context = await new MonthTables(profile).Team(11, "Team North")
            .Return("jabs", "area", "T", "2019-03", value: 40, organisation: "One").Return("jabs", "area", "T", "2019-03", numerator: 2, organisation: "Two")
            .Return("jabs", "team", "team north", "2019-03", value: 3).Return("jabs", "area", "T", "2019-02", value: 99)
            .ContextAsync("2019-03");

        var figures = await CaseloadCalculator.ComputeAsync(context, CancellationToken.None);

        Assert.Equal((42, 3), (Count(figures, "T", "jabs"), Count(figures, "11", "jabs")));
    }

    private static MonthTables WithCodes(MonthTables tables, params string[] codes)
    {
        tables.Person(1, "2017-01-01", "A").Referral(1, "2018-01-01");
        foreach (var code in codes)
        {
            var parts = code.Split(' ');
            tables.Code(1, parts[0], parts[1]);
        }

        return tables;
    }

    private static async Task<IEnumerable<string>> TiersWithTheChildAsync(IReadOnlyList<CaseloadFigure> figures)
    {
        var tiers = (await SmallArea.ProfileAsync()).Tiers.Select(tier => tier.Code);
        return tiers.Where(tier => Count(figures, "T", tier) == 1);
    }

    private static int? Count(IReadOnlyList<CaseloadFigure> figures, string code, string tier) =>
        figures.Single(figure => figure.Code == code && figure.Tier == tier).Count;

    private static double? Wte(IReadOnlyList<CaseloadFigure> figures, string code) =>
        figures.Single(figure => figure.Code == code && figure.Tier == "universal").Wte;

    private static async Task<Profile> ProfileAsync()
    {
        var profile = await SmallArea.ProfileAsync();
        return profile with { Geography = profile.Geography with { Teams = Teams } };
    }

    private static async Task<IReadOnlyList<CaseloadFigure>> ComputeAsync(Func<MonthTables, MonthTables> fill)
    {
        var tables = fill(new MonthTables(await ProfileAsync()));
        return await CaseloadCalculator.ComputeAsync(await tables.ContextAsync("2019-03"), CancellationToken.None);
    }
}
