using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using static FamilyHubs.Pipeline.Tests.Figures.Monthly.MonthlyCase;

namespace FamilyHubs.Pipeline.Tests.People.Reviews;

/// <summary>What is a review and which count (calculations.md 4), seen through KPI 2.34, which wants nothing but a review.</summary>
public sealed class ReviewReaderTests
{
    private static MonthlyCase Child() => new MonthlyCase().Person(1, "2018-03-05");

    private static async Task<int?> MetAsync(MonthlyCase child) => (await child.KpiAsync("2.34")).Numerator;

    private static async Task<(long Failed, long Checked)> FindingAsync(MonthlyCase child, string rule, string table)
    {
        var found = (await child.ComputeAsync()).Findings.Where(finding => finding.Rule == rule && finding.Table == table).ToArray();
        return (found.Sum(finding => finding.Failed), found.Sum(finding => finding.Checked));
    }

    private static MonthlyCase Option(MonthlyCase child, long id, string list, string text, string? csds) => child.Row(
        "SRConfiguredListOption", ("RowIdentifier", id), ("ConfiguredList", list), ("ConfiguredListOption", text), ("CYPHS/CIDS/CSDSCode", csds));

    private static MonthlyCase Activity(MonthlyCase child, string details, long? eventId = null) => child.Add(
        "SRActivityEvent", new { RowIdentifier = 1, IDPatient = 1, DateEvent = "2019-03-01", EventDetails = details, IDEvent = eventId });

    [Theory]
    [InlineData("Face to face", 1)]
    [InlineData(" FACE TO FACE - clinic ", 1)]
    [InlineData("Telephone", 0)]
    [InlineData("Carrier pigeon", 0)]
    [InlineData("", 1)]
    [InlineData(null, 1)]
    public async Task Mode_OfTheEvent_DecidesWhetherItCounts(string? mode, int met) =>
        Assert.Equal(met, await MetAsync(Child().Review(1, OneYear, "2019-03-01", mode: mode)));

    [Fact]
    public async Task Mode_None_CountsAndIsAFinding()
    {
        var child = Child().Review(1, OneYear, "2019-03-01", mode: null).Review(1, OneYear, "2019-03-02").Code(1, TwoYears, "2019-03-03");

        Assert.Equal((2, 3), await FindingAsync(child, FindingRules.ReviewNoMode, "SREvent"));
    }

    [Fact]
    public async Task Mode_Unknown_DoesNotCountAndIsAFinding()
    {
        var child = Child().Review(1, OneYear, "2019-03-01", mode: "Carrier pigeon").Review(1, OneYear, "2019-03-02", mode: "Telephone");

        Assert.Equal((1, 2), await FindingAsync(child, FindingRules.ReviewUnknownMode, "SREvent"));
        Assert.Equal(0, await MetAsync(child));
    }

    [Fact]
    public async Task Mode_OfAnEventThatHasNotArrived_IsNone() => Assert.Equal(1, await MetAsync(Child().Code(1, OneYear, "2019-03-01", 77)));

    [Theory]
    [InlineData("Finished", 1)]
    [InlineData("No Access Visit", 0)]
    [InlineData("did not attend ", 0)]
    [InlineData("Strange", 1)]
    [InlineData(null, 1)]
    public async Task Attendance_OfTheLinkedVisit_DecidesWhetherItCounts(string? status, int met) =>
        Assert.Equal(met, await MetAsync(Child().Review(1, OneYear, "2019-03-01", visitStatus: status)));

    [Fact]
    public async Task Signals_TwoOfOneDay_AreOneReviewThatCountsIfOneDoes()
    {
        var child = Child().Review(1, OneYear, "2019-03-01", mode: "Carrier pigeon").Review(1, OneYear, "2019-03-01").Review(1, OneYear, "2019-03-01", mode: null);

        Assert.Equal(1, await MetAsync(child));
        Assert.Equal((0, 1), await FindingAsync(child, FindingRules.ReviewNoMode, "SREvent"));
        Assert.Equal((0, 1), await FindingAsync(child, FindingRules.ReviewUnknownMode, "SREvent"));
    }

    [Theory]
    [InlineData("1 year review", 1)]
    [InlineData(" 1 YEAR review ", 1)]
    [InlineData("9001", 1)]
    [InlineData("Other", 0)]
    [InlineData("9002", 0)]
    [InlineData("1234", 0)]
    public async Task Activity_OptionWithCsdsCode_IsASignal(string details, int met)
    {
        var child = Option(Option(Child(), 9001, "Event details", "1 year review", "10"), 9002, "Event details", "Other", null);

        Assert.Equal(met, await MetAsync(Activity(child, details)));
    }

    [Fact]
    public async Task Activity_ByATextOfAnotherList_IsLookedUpInItsOwnList()
    {
        var child = Option(Option(Child(), 9001, "Event details", "Review", "97"), 9002, "Referral reason", "Review", "10");

        Assert.Equal(0, await MetAsync(Activity(child, "Review")));
    }

    [Fact]
    public async Task Activity_WhoseListIsNotKnown_IsLookedUpAmongAllOptions()
    {
        var child = Option(Child(), 9002, "Local activities", "Review", "10");

        Assert.Equal(1, await MetAsync(Activity(child, "Review")));
    }

    [Fact]
    public async Task Activity_NumberOfAMappedText_IsLookedUpByText()
    {
        var child = Option(Child(), 9001, "Event details", "1 year review", "10").Add("SRMapping", new { RowIdentifier = 55, Mapping = "1 year review" });

        Assert.Equal(1, await MetAsync(Activity(child, "55")));
    }

    [Fact]
    public async Task Activity_OfATelephoneEvent_DoesNotCount()
    {
        var child = Option(Child(), 9001, "Event details", "1 year review", "10").Event(5, 1, "2019-03-01", "Telephone");

        Assert.Equal(0, await MetAsync(Activity(child, "9001", 5)));
    }

    [Fact]
    public async Task Activity_NumberInNeitherList_IsAFinding() =>
        Assert.Equal((1, 1), await FindingAsync(Activity(Child(), "1234"), FindingRules.UnmappedListValue, "SRActivityEvent"));

    [Fact]
    public async Task Signal_WithoutDate_IsNotUsedAndIsAFinding()
    {
        var child = Child().Add("SRCode", new { RowIdentifier = 1, IDPatient = 1, CTV3Code = OneYear, DateEvent = (string?)null });

        Assert.Equal(0, await MetAsync(child));
        Assert.Equal(1, (await FindingAsync(child, FindingRules.NoDate, "SRCode")).Failed);
    }

    [Fact]
    public async Task Code_ComparedWithRegardToCase_IsNone() => Assert.Equal(0, await MetAsync(Child().Code(1, "yea62", "2019-03-01")));

    [Theory]
    [InlineData("SRNDOptOutPreference")]
    [InlineData("SRPatientRemovedByContentFilter")]
    public async Task Parent_WhoIsExcluded_HasNoRecords(string table)
    {
        var family = new MonthlyCase().Person(9, "1990-01-01").Person(1, "2019-03-05").Parent(1, 9)
            .Review(9, Antenatal, "2019-02-01", Wellbeing).Add(table, new { IDPatient = 9 });

        var row = await family.KpiAsync("2.01");

        Assert.Equal((0, 1, 0), (row.Numerator, row.Denominator, row.NearMiss));
    }
}
