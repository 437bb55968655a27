using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>The figures of <see cref="WeeklyHandWrittenCase"/>, added up by hand.</summary>
public sealed class WeeklyReportBuilderTests
{
    private static readonly IsoWeek Week = IsoWeek.Parse("2019-W13");

    [Fact]
    public async Task Build_HandWrittenCase_NamesWhatItIs()
    {
        var report = await ReportAsync();

        Assert.Equal(("testshire", "2019-W13", SmallArea.AsOf, "20190401_0100"), (report.Area, report.Week, report.AsOf, report.Extract));
        Assert.Null(report.ChildList);
    }

    [Fact]
    public async Task Build_HandWrittenCase_Totals()
    {
        var report = await ReportAsync();

        // A: children 2 3 4 (3 groups each), 15 and 29 (1 each); adults 1 and 14.
        // B: children 5 (4 groups) and 6 (3); adults 18, 20 and 22.
        // C: child 8; adults 7, 9, 21 and 27.
        // Unknown: child 24 (3 groups); adults 23, 26 and 31. Outside: child 25 (3 groups).
        // Teams: 11 has 1 and 2; 12 has 3; 13 has 8; everyone else of the area has none.
        Assert.Equal(
            [
                new("area", "T", "Testshire", 28, 17, 8, 9, 19, 9),
                new("quadrant", "N", "North", 23, 12, 7, 5, 18, 5),
                new("quadrant", "S", "South", 5, 5, 1, 4, 1, 4),
                new("district", "A", "Alpha", 13, 7, 5, 2, 11, 2),
                new("district", "B", "Beta", 10, 5, 2, 3, 7, 3),
                new("district", "C", "Gamma", 5, 5, 1, 4, 1, 4),
                new("team", "11", "Team North", 4, 2, 1, 1, 3, 1),
                new("team", "12", "Team South", 3, 1, 1, 0, 3, 0),
                new("team", "13", null, 1, 1, 1, 0, 1, 0),
                new("team", "none", "No team", 20, 13, 5, 8, 12, 8),
                new("unknown", "unknown", "Unknown", 6, 4, 1, 3, 3, 3),
                new TotalFigure("outside", "outside", "Outside", 3, 1, 1, 0, 3, 0),
            ],
            report.Totals);
    }

    [Fact]
    public async Task Build_HandWrittenCase_GroupsOfADistrictRankedWithTiesByName()
    {
        var report = await ReportAsync();

        Assert.Equal(
            [
                new("district", "B", "G2", "Domestic abuse", 3, 2, 1, 1),
                new("district", "B", "G1", "Lone parent", 3, 2, 1, 1),
                new("district", "B", "G5", "Low income", 3, 2, 1, 1),
                new("district", "B", "G3", "Child protection plan", 1, 1, 0, 4),
                new("district", "B", "G6", "Bereavement", 0, 0, 0, null),
                new GroupFigure("district", "B", "G4", "Looked-after child", 0, 0, 0, null),
            ],
            report.Groups.Where(figure => figure is { Level: "district", Code: "B" }));
        Assert.Equal(12 * 6, report.Groups.Count);
    }

    [Fact]
    public async Task Build_HandWrittenCase_UnknownAndOutsideHaveNoRank()
    {
        var report = await ReportAsync();

        Assert.All(report.Groups.Where(figure => figure.Level is "unknown" or "outside"), figure => Assert.Null(figure.Rank));
        Assert.All(report.UnderFivesByGroup.Where(figure => figure.Level is "unknown" or "outside"), figure => Assert.Null(figure.Rank));
        Assert.All(report.Combinations.Where(figure => figure.Level is "unknown" or "outside"), figure => Assert.Null(figure.Rank));
        Assert.Contains(new GroupFigure("unknown", "unknown", "G4", "Looked-after child", 4, 1, 3, null), report.Groups);
    }

    [Fact]
    public async Task Build_HandWrittenCase_UnderFives()
    {
        var report = await ReportAsync();

        // 2 and 3 in A, 5 and 6 in B; 4 is five on the day. 24 is unknown, 25 outside.
        Assert.Equal(
            [
                new("A", "Alpha", 2, 1),
                new("B", "Beta", 2, 1),
                new("C", "Gamma", 0, null),
                new("unknown", "Unknown", 1, null),
                new DistrictUnderFives("outside", "Outside", 1, null),
            ],
            report.UnderFivesByDistrict);
        Assert.Equal(
            [
                new("area", "T", "G1", "Lone parent", 4, 1),
                new("area", "T", "G5", "Low income", 4, 1),
                new("area", "T", "G3", "Child protection plan", 3, 3),
                new("area", "T", "G2", "Domestic abuse", 2, 4),
                new("area", "T", "G6", "Bereavement", 0, null),
                new GroupUnderFives("area", "T", "G4", "Looked-after child", 0, null),
            ],
            report.UnderFivesByGroup.Where(figure => figure.Level == "area"));
    }

    [Fact]
    public async Task Build_HandWrittenCase_CombinationsAndTriples()
    {
        var report = await ReportAsync();

        // Area: 2 and 3 share a set; 5 and 6 have one each, the larger first.
        Assert.Equal(
            ["G1|G3|G5 2 rank 1", "G1|G2|G3|G5 1 rank 2", "G1|G2|G5 1 rank 2"],
            Sets(report.Combinations, "T"));
        Assert.Equal(["G1|G3|G4 1 rank "], Sets(report.Combinations, "unknown"));
        Assert.Equal(["G1|G3|G5 1 rank 1"], Sets(report.Combinations, "12"));
        Assert.Empty(Sets(report.Combinations, "C"));
        // B: the four triples of 5, of which 6 shares one.
        Assert.Equal(
            ["G1|G2|G5 2 rank 1", "G1|G2|G3 1 rank 2", "G1|G3|G5 1 rank 2", "G2|G3|G5 1 rank 2"],
            Sets(report.Triples, "B"));
    }

    [Fact]
    public async Task Build_HandWrittenCase_MeaningfulReach()
    {
        var report = await ReportAsync();

        // Events 1 and 2 in A (both ascertained), 7 and 8 in B, 10 outside, 13 unknown.
        Assert.Equal(
            [
                new("area", "T", 4, 2, 50),
                new("quadrant", "N", 4, 2, 50),
                new("quadrant", "S", 0, 0, null),
                new("district", "A", 2, 2, 100),
                new("district", "B", 2, 0, 0),
                new("district", "C", 0, 0, null),
                new("team", "11", 2, 2, 100),
                new("team", "12", 0, 0, null),
                new("team", "13", 0, 0, null),
                new("team", "none", 2, 0, 0),
                new("unknown", "unknown", 1, 0, 0),
                new MeaningfulReachFigure("outside", "outside", 1, 0, 0),
            ],
            report.MeaningfulReach);
    }

    [Fact]
    public async Task Build_WithChildList_GivesChildrenOfTopCombinationsOfTheirDistrict()
    {
        var report = await ReportAsync(new WeeklyOptions(ChildList: true));

        // The mother's telephone call on the 31st counts for both twins; the week does not limit the last reach.
        Assert.Equal(
            [
                "2 34 A 11 G1|G3|G5 1 2019-03-31",
                "3 34 A 12 G1|G3|G5 1 2019-03-31",
                "5 59 B none G1|G2|G3|G5 1 2019-03-27",
                "6 37 B none G1|G2|G5 1 2019-03-28",
            ],
            report.ChildList!.Select(child => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{child.PersonId} {child.AgeMonths} {child.District} {child.Team} {string.Join('|', child.Groups)} {child.CombinationRank} {child.LastMeaningfulReach:yyyy-MM-dd}")));
    }

    [Fact]
    public async Task Build_FamilyBasis_CountsTheUnionOfChildAndParents()
    {
        var profile = await SmallArea.ProfileAsync() with { CombinationBasis = "family" };
        var tables = new ExtractTablesBuilder()
            .Add("Postcodes", new { PostcodeKey = "p", District = "A" })
            .Add("SRPatient", new { RowIdentifier = 1, DateBirth = "1990-01-01" }, new { RowIdentifier = 2, DateBirth = "2017-01-01" })
            .Add("SRPatientAddressHistory", new { RowIdentifier = 1, IDPatient = 2, DateEvent = "2017-01-01", PostcodeKey = "p" })
            .Add("SRPatientRelationship", new { IDPatient = 2, IDPatientRelationshipWith = 1, PrincipalCarerForPatient = true })
            .Add("SRCode", new { RowIdentifier = 1, IDPatient = 1, CTV3Code = "S1", DateEvent = "2018-01-01" }, new { RowIdentifier = 2, IDPatient = 1, CTV3Code = "S2", DateEvent = "2018-01-01" })
            .Add("SRCode", new { RowIdentifier = 3, IDPatient = 2, CTV3Code = "S2", DateEvent = "2018-01-01" }, new { RowIdentifier = 4, IDPatient = 2, CTV3Code = "S6", DateEvent = "2018-01-01" });

        var report = await WeeklyReportBuilder.BuildAsync(profile, tables.Build(), Week, null, new WeeklyOptions(), CancellationToken.None);

        Assert.Equal(["G1|G2|G6 1 rank 1"], Sets(report.Combinations, "A"));
        // The table of under-fives stays with the child's own two groups.
        Assert.All(report.UnderFivesByDistrict, figure => Assert.Equal(0, figure.Children));
    }

    [Fact]
    public async Task Build_NoPreviousReport_ChangeIsEmpty() => Assert.Empty((await ReportAsync()).Change);

    [Fact]
    public async Task Build_PreviousReport_ChangeIsTheDifferenceOfMemberships()
    {
        var profile = await SmallArea.ProfileAsync();
        var before = await WeeklyReportBuilder.BuildAsync(
            profile, WeeklyHandWrittenCase.Tables(), Week.Previous, null, new WeeklyOptions(), CancellationToken.None);

        var report = await WeeklyReportBuilder.BuildAsync(
            profile, WeeklyHandWrittenCase.Tables(), Week, before, new WeeklyOptions(), CancellationToken.None);

        // A week earlier 17 still had G2, 22 lived in A, 13 had not died, and the e-Start group of 29 had not ended.
        Assert.Contains(new ChangeFigure("district", "B", "G2", 3, 4, -1), report.Change);
        Assert.Contains(new ChangeFigure("district", "B", "G1", 3, 2, 1), report.Change);
        Assert.Contains(new ChangeFigure("district", "A", "G1", 5, 8, -3), report.Change);
        Assert.Equal(report.Groups.Count, report.Change.Count);
    }

    [Fact]
    public async Task Build_TeamInOneReportOnly_CountsAsNoneInTheOther()
    {
        var profile = await SmallArea.ProfileAsync();
        var before = await WeeklyReportBuilder.BuildAsync(
            profile, WeeklyHandWrittenCase.Tables(), Week.Previous, null, new WeeklyOptions(), CancellationToken.None);
        var old = before with { Groups = [.. before.Groups.Where(figure => figure.Code != "13"), new("team", "77", "G1", "Lone parent", 2, 0, 2, 1)] };

        var report = await WeeklyReportBuilder.BuildAsync(
            profile, WeeklyHandWrittenCase.Tables(), Week, old, new WeeklyOptions(), CancellationToken.None);

        Assert.Contains(new ChangeFigure("team", "13", "G1", 1, 0, 1), report.Change);
        Assert.Equal(new ChangeFigure("team", "77", "G1", 0, 2, -2), report.Change[^1]);
    }

    [Fact]
    public async Task Build_ReportOfAnotherWeekToCompareWith_IsRefused()
    {
        var profile = await SmallArea.ProfileAsync();
        var same = await ReportAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => WeeklyReportBuilder.BuildAsync(profile, WeeklyHandWrittenCase.Tables(), Week, same, new WeeklyOptions(), CancellationToken.None));

        Assert.Contains("2019-W12 of testshire is needed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_HandWrittenCase_Findings()
    {
        var profile = await SmallArea.ProfileAsync();

        var computation = await WeeklyReportBuilder.ComputeAsync(
            profile, WeeklyHandWrittenCase.Tables(), Week, null, new WeeklyOptions(), CancellationToken.None);

        Assert.Contains(new Finding(FindingRules.NoDate, "SRPatientAddressHistory", 1, 32), computation.Findings);
        Assert.Contains(computation.Findings, finding => finding is { Rule: FindingRules.NoDate, Table: "SRCode", Failed: 1 });
        Assert.Contains(new Finding(FindingRules.NoSuchPerson, "EstartHistory", 1, 3), computation.Findings);
        Assert.Contains(new Finding(FindingRules.UnknownMode, "SREvent", 1, 11), computation.Findings);
        Assert.Contains(new Finding(FindingRules.NoMode, "SREvent", 1, 11), computation.Findings);
        Assert.Contains(new Finding(FindingRules.UnknownStatus, "SRVisit", 1, 3), computation.Findings);
        Assert.Contains(new Finding(FindingRules.NotAscertained, "SREvent", 4, 6), computation.Findings);
        // Children: 2 3 4 5 6 8 15 24 25 29.
        Assert.Contains(new Finding(FindingRules.HomeNotInReference, "SRPatientAddressHistory", 1, 10), computation.Findings);
        Assert.Contains(new Finding(FindingRules.ChildNoHome, "SRPatientAddressHistory", 0, 10), computation.Findings);
    }

    [Fact]
    public async Task Build_NoTables_IsAReportOfZeros()
    {
        var report = await WeeklyReportBuilder.BuildAsync(
            await SmallArea.ProfileAsync(), new ExtractTablesBuilder().Build(), Week, null, new WeeklyOptions(ChildList: true), CancellationToken.None);

        Assert.Equal(["area", "quadrant", "quadrant", "district", "district", "district", "team", "unknown", "outside"], report.Totals.Select(t => t.Level));
        Assert.All(report.Totals, total => Assert.Equal(0, total.People));
        Assert.Empty(report.ChildList!);
    }

    private static IEnumerable<string> Sets(IEnumerable<CombinationFigure> figures, string code) =>
        figures.Where(figure => figure.Code == code).Select(figure => $"{string.Join('|', figure.Groups)} {figure.Children} rank {figure.Rank}");

    private static async Task<WeeklyReport> ReportAsync(WeeklyOptions? options = null) =>
        await WeeklyReportBuilder.BuildAsync(
            await SmallArea.ProfileAsync(), WeeklyHandWrittenCase.Tables(), Week, null, options ?? new WeeklyOptions(), CancellationToken.None);
}
