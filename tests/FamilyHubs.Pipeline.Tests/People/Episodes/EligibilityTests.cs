using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.Outcomes;

namespace FamilyHubs.Pipeline.Tests.People.Episodes;

/// <summary>Person 1 has an episode that starts on 10 January 2019.</summary>
public sealed class EligibilityTests
{
    [Theory]
    [InlineData("2005-01-10", true)]
    [InlineData("2005-01-11", false)]
    [InlineData("2000-01-11", true)]
    [InlineData("2000-01-10", false)]
    public Task Holds_YearsOfAge_AreCompletedAndInclusive(string birth, bool eligible) =>
        AssertAsync(eligible, new EligibilityRule(MinAgeYears: 14, MaxAgeYears: 18), birth);

    [Theory]
    [InlineData("2017-01-10", true)]
    [InlineData("2017-01-11", false)]
    [InlineData("2016-01-11", true)]
    [InlineData("2016-01-10", false)]
    public Task Holds_MonthsOfAge_AreCompletedAndInclusive(string birth, bool eligible) =>
        AssertAsync(eligible, new EligibilityRule(MinAgeMonths: 24, MaxAgeMonths: 35), birth);

    [Theory]
    [InlineData("2014-01-10", true, false)]
    [InlineData("2014-01-11", false, false)]
    [InlineData("2008-01-10", true, true)]
    [InlineData("2008-01-11", true, false)]
    [InlineData("2002-01-11", true, true)]
    [InlineData("2002-01-10", false, false)]
    public async Task Holds_SchoolAge_IsFiveAndSecondaryElevenToSixteen(string birth, bool school, bool secondary)
    {
        await AssertAsync(school, new EligibilityRule(SchoolAge: true), birth);
        await AssertAsync(secondary, new EligibilityRule(SecondarySchoolAge: true), birth);
    }

    [Theory]
    [InlineData("F", true)]
    [InlineData("female", true)]
    [InlineData("2005", true)]
    [InlineData("M", false)]
    [InlineData(null, false)]
    public async Task Holds_Gender_IsTheLetterOrTheWord(string? gender, bool eligible)
    {
        var area = new MonthlyCase().Add("SRMapping", new { RowIdentifier = 2005, Mapping = "Female" })
            .Add("SRPatient", new { RowIdentifier = 1, DateBirth = "1990-01-01", Gender = gender }).Home(1, "pA", "2000-01-01");

        await AssertAsync(eligible, new EligibilityRule(Gender: "F"), area);
    }

    [Theory]
    [InlineData("2019-01-10", null, true)]
    [InlineData("2019-01-11", null, false)]
    [InlineData("2018-01-01", "2019-01-10", false)]
    public async Task Holds_Quintile_IsThatOfTheHomeAtTheStart(string from, string? to, bool eligible)
    {
        var area = new MonthlyCase().Person(1, "1990-01-01", null)
            .Add("Postcodes", new { PostcodeKey = "p1", District = "A", ImdQuintile = 1 })
            .Home(1, "pA", "2000-01-01").Home(1, "p1", from, to);

        await AssertAsync(eligible, new EligibilityRule(Quintiles: [1, 2]), area);
    }

    [Theory]
    [InlineData("2019-01-10", null, true)]
    [InlineData("2019-01-11", null, false)]
    [InlineData("2018-01-01", "2019-01-10", false)]
    [InlineData("2018-01-01", "2019-01-11", true)]
    public async Task Holds_Group_IsThatOfTheStart(string from, string? to, bool eligible)
    {
        var area = new MonthlyCase().Person(1, "2005-01-01")
            .Add("SRPatientGroups", new { IDPatient = 1, Name = "Looked After Child", DateEvent = from, DateRemoved = to });

        await AssertAsync(eligible, new EligibilityRule(Group: "G4"), area);
    }

    [Theory]
    [InlineData(2, true, "2019-01-10", "2015-01-01", true)]
    [InlineData(2, true, "2019-01-11", "2015-01-01", false)]
    [InlineData(2, false, "2019-01-10", "2015-01-01", false)]
    [InlineData(2, true, "2019-01-10", "2001-01-10", false)]
    [InlineData(1, true, "2019-01-10", "2015-01-01", false)]
    public async Task Holds_ChildOnProtectionPlan_IsAChildOfThePersonThen(long onPlan, bool related, string added, string childBirth, bool eligible)
    {
        var area = new MonthlyCase().Person(1, "1990-01-01").Person(2, childBirth)
            .Add("SRPersonAtRisk", new { IDPatient = onPlan, ProtectionPlan = true, DateAdded = added });
        if (related)
        {
            area.Parent(2, 1);
        }

        await AssertAsync(eligible, new EligibilityRule(ChildOnProtectionPlan: true), area);
    }

    [Fact]
    public async Task Holds_Ehcp_CannotBeCheckedAndIsAFindingOfItsOwn()
    {
        var computation = await ComputeAsync(new MonthlyCase().Person(1, "2005-01-01"), new EligibilityRule(Ehcp: true));

        Assert.Contains(new Finding(FindingRules.IneligibleEpisode, "SRCarePlanDetail", 0, 1), computation.Findings);
        Assert.Contains(new Finding(FindingRules.EpisodeNotChecked, "SRCarePlanDetail", 1, 1), computation.Findings);
    }

    [Theory]
    [InlineData(true, 1, 1)]
    [InlineData(false, 1, 0)]
    public async Task Load_IneligibleEpisode_CountsByTheProfilesSetting(bool counts, int cohort, int active)
    {
        // The earlier episode is eligible and has ended; the later is not.
        var area = new MonthlyCase().Person(1, "2013-01-10")
            .Add("SRCarePlanDetail", new { RowIdentifier = 9, IDPatient = 1, NameOfCarePlanUsed = "Plan A", DateEvent = "2019-01-09", Outcome = "Goal met" });

        var computation = await ComputeAsync(area, new EligibilityRule(MaxAgeYears: 5), counts);

        var row = computation.Report.Outcomes.Single(figure => figure is { Measure: "A", Level: "area", StartYear: null });
        Assert.Equal((cohort, active), (row.Cohort, row.Active));
        Assert.Contains(new Finding(FindingRules.IneligibleEpisode, "SRCarePlanDetail", 1, 2), computation.Findings);
    }

    private static Task AssertAsync(bool eligible, EligibilityRule rule, string birth) => AssertAsync(eligible, rule, new MonthlyCase().Person(1, birth));

    private static async Task AssertAsync(bool eligible, EligibilityRule rule, MonthlyCase area)
    {
        var computation = await ComputeAsync(area, rule);

        Assert.Contains(new Finding(FindingRules.IneligibleEpisode, "SRCarePlanDetail", eligible ? 0 : 1, 1), computation.Findings);
        Assert.Equal(1, computation.Report.Outcomes.Single(row => row is { Measure: "A", Level: "area", StartYear: null }).Cohort);
    }

    private static Task<MonthlyComputation> ComputeAsync(MonthlyCase area, EligibilityRule rule, bool ineligibleCount = true) =>
        area.Add("SRCarePlanDetail", new { RowIdentifier = 10, IDPatient = 1, NameOfCarePlanUsed = "Plan A", DateEvent = "2019-01-10" })
            .ComputeAsync(change: profile => OutcomeProfile.With(profile, rule, ineligibleCount));
}
