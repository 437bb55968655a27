using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.HandWritten;

/// <summary>The figures of <see cref="HandWrittenExtract"/>, added up by hand from its comments.</summary>
[Collection(SharedStore.Name)]
public sealed class WeeklyReportTests(HandWrittenCycle cycle) : IClassFixture<HandWrittenCycle>
{
    private const string Area = "area|E10000012|";
    private const string Colchester = "district|E07000071|";
    private const string Tendring = "district|E07000076|";
    private const string Chelmsford = "district|E07000070|";

    [Fact]
    public void Weekly_FullBatch_NamesPeriodExtractAndDefinitions()
    {
        Assert.Equal("essex", cycle.First.GetProperty("area").GetString());
        Assert.Equal("2019-W13", cycle.First.GetProperty("week").GetString());
        Assert.Equal("2019-03-31", cycle.First.GetProperty("asOf").GetString());
        Assert.Equal(HandWrittenExtract.Full, cycle.First.GetProperty("extract").GetString());
        Assert.Equal("essex-2019.1", cycle.First.GetProperty("definitionVersion").GetString());
    }

    /// <summary>
    /// COL: 1 02; 2, 3, 4 each 02 05 09; 14 02; 15 09; 29 09. TEN: 5 02 04 05 09; 6 02 04 05; 18 05; 20 04; 22 02. CHE: 7 02; 8 02; 9 05; 21 04; 27 11.
    /// Unknown: 23 11; 24 02 09 11; 26 11; 31 11. Outside: 25 02 04 09. Teams: 11 has 1 and 2, 12 has 3, 13 has 8, the others none.
    /// </summary>
    [Fact]
    public void Weekly_FullBatch_CountsMembershipsAndPeopleOfEveryPlace()
    {
        const string None = "0|0|0|0";
        Assert.Equal(
            [
                "area|E10000012|Essex|28|17|8|9",
                "quadrant|NE|North East|23|12|7|5",
                "quadrant|MID|Mid|5|5|1|4",
                $"quadrant|SOUTH|South|{None}",
                $"quadrant|WEST|West|{None}",
                "district|E07000071|Colchester|13|7|5|2",
                "district|E07000076|Tendring|10|5|2|3",
                $"district|E07000067|Braintree|{None}",
                "district|E07000070|Chelmsford|5|5|1|4",
                $"district|E07000074|Maldon|{None}",
                $"district|E07000066|Basildon|{None}",
                $"district|E07000068|Brentwood|{None}",
                $"district|E07000069|Castle Point|{None}",
                $"district|E07000075|Rochford|{None}",
                $"district|E07000072|Epping Forest|{None}",
                $"district|E07000073|Harlow|{None}",
                $"district|E07000077|Uttlesford|{None}",
                "team|11|Colchester, \"Castle\" team|4|2|1|1",
                "team|12|Tendring – Élan|3|1|1|0",
                "team|13|-|1|1|1|0",
                "team|none|No team|20|13|5|8",
                "unknown|unknown|Unknown|6|4|1|3",
                "outside|outside|Outside|3|1|1|0",
            ],
            ReportRows.Of(cycle.First, "totals", "level code name memberships people children adults"));
    }

    /// <summary>02 has 1, 2, 3, 4, 14 in COL, 5, 6, 22 in TEN, 7, 8 in CHE; ranks by memberships, equal ones by name.</summary>
    [Fact]
    public void Weekly_FullBatch_RanksTheGroupsOfAPlace()
    {
        var groups = ReportRows.Of(cycle.First, "groups", "level code group name memberships children adults rank");

        Assert.Equal(
            [
                "PG02|Lone parent|10|6|4|1",
                "PG05|Domestic abuse|7|5|2|2",
                "PG09|Child protection plan|6|6|0|3",
                "PG04|Low income|4|2|2|4",
                "PG11|Looked-after child|1|0|1|5",
            ],
            Of(groups, Area).Take(5));
        Assert.Equal(
            ["PG09|Child protection plan|5|5|0|1", "PG02|Lone parent|5|3|2|1", "PG05|Domestic abuse|3|3|0|3"],
            Of(groups, Colchester).Take(3));
        Assert.Equal(["PG11|Looked-after child|4|1|3|-", "PG09|Child protection plan|1|1|0|-", "PG02|Lone parent|1|1|0|-"], Of(groups, "unknown|unknown|").Take(3));
        Assert.Equal(27, Of(groups, Area).Count());
        Assert.All(Of(groups, Area).Skip(5), row => Assert.EndsWith("|0|0|0|-", row, StringComparison.Ordinal));
    }

    /// <summary>Under five in three groups or more: 2 and 3 in COL, 5 and 6 in TEN, 24 unknown, 25 outside.</summary>
    [Fact]
    public void Weekly_FullBatch_CountsUnderFivesByDistrict() => Assert.Equal(
        [
            "Colchester|2|1",
            "Tendring|2|1",
            "Basildon|0|-",
            "Braintree|0|-",
            "Brentwood|0|-",
            "Castle Point|0|-",
            "Chelmsford|0|-",
            "Epping Forest|0|-",
            "Harlow|0|-",
            "Maldon|0|-",
            "Rochford|0|-",
            "Uttlesford|0|-",
            "Unknown|1|-",
            "Outside|1|-",
        ],
        ReportRows.Of(cycle.First, "underFivesByDistrict", "name children rank"));

    [Fact]
    public void Weekly_FullBatch_RanksExactCombinationsAndTriples()
    {
        var combinations = ReportRows.Of(cycle.First, "combinations", "level code groups children rank");
        Assert.Equal(["PG02+PG05+PG09|2|1", "PG02+PG04+PG05+PG09|1|2", "PG02+PG04+PG05|1|2"], Of(combinations, Area));
        Assert.Equal(["PG02+PG05+PG09|2|1"], Of(combinations, Colchester));
        Assert.Equal(["PG02+PG04+PG05+PG09|1|1", "PG02+PG04+PG05|1|1"], Of(combinations, Tendring));
        Assert.Equal(["PG02+PG09+PG11|1|-"], Of(combinations, "unknown|unknown|"));
        Assert.Equal(["PG02+PG04+PG09|1|-"], Of(combinations, "outside|outside|"));

        // 5 is in four triples, 6 in one, the twins in one.
        Assert.Equal(
            ["PG02+PG05+PG09|3|1", "PG02+PG04+PG05|2|2", "PG02+PG04+PG09|1|3", "PG04+PG05+PG09|1|3"],
            Of(ReportRows.Of(cycle.First, "triples", "level code groups children rank"), Area));
    }

    /// <summary>Events 1 and 2 in COL, both ascertained; 7 and 8 in TEN, 13 unknown, 10 outside, none of them ascertained.</summary>
    [Fact]
    public void Weekly_FullBatch_CountsMeaningfulReach()
    {
        var reach = ReportRows.Of(cycle.First, "meaningfulReach", "level code contacts ascertained percentage");

        Assert.Equal(["4|2|50"], Of(reach, Area));
        Assert.Equal(["2|2|100"], Of(reach, Colchester));
        Assert.Equal(["2|0|0"], Of(reach, Tendring));
        Assert.Equal(["0|0|-"], Of(reach, Chelmsford));
        Assert.Equal(["1|0|0"], Of(reach, "unknown|unknown|"));
        Assert.Equal(["1|0|0"], Of(reach, "outside|outside|"));
    }

    /// <summary>The twins were last reached with their mother on 31 March; 6 was reached on 28 March, 5 on 27 March.</summary>
    [Fact]
    public void Weekly_Children_ListsThoseOfTheTopCombinationsOfTheirDistrict() => Assert.Equal(
        [
            "2|34|E07000071|11|PG02+PG05+PG09|1|2019-03-31",
            "3|34|E07000071|12|PG02+PG05+PG09|1|2019-03-31",
            "6|37|E07000076|none|PG02+PG04+PG05|1|2019-03-28",
            "5|59|E07000076|none|PG02+PG04+PG05+PG09|1|2019-03-27",
        ],
        ReportRows.Of(cycle.First, "childList", "personId ageMonths district team groups combinationRank lastMeaningfulReach"));

    [Fact]
    public void Weekly_FirstReport_HasNoChange() => Assert.Empty(cycle.First.GetProperty("change").EnumerateArray());

    /// <summary>
    /// COL 02: less 3 and 14, with 16 and 35; 05 and 09: less 3, 09 also less 29. TEN 04: less 6 and 20; 05: less 18. CHE 04: less 21; 11: less 27.
    /// </summary>
    [Fact]
    public void Weekly_AfterDelta_ComparesWithTheReportOfTheWeekBefore()
    {
        var change = ReportRows.Of(cycle.Second, "change", "level code group current previous difference");

        Assert.Equal(["PG02|10|10|0", "PG04|1|4|-3", "PG05|5|7|-2", "PG09|4|6|-2", "PG11|0|1|-1"], Counted(change, Area));
        Assert.Equal(["PG02|5|5|0", "PG05|2|3|-1", "PG09|3|5|-2"], Counted(change, Colchester));
        Assert.Equal(["PG02|3|3|0", "PG04|1|3|-2", "PG05|2|3|-1", "PG09|1|1|0"], Counted(change, Tendring));
        Assert.Equal(["PG02|2|2|0", "PG04|0|1|-1", "PG05|1|1|0", "PG11|0|1|-1"], Counted(change, Chelmsford));
        Assert.Equal(
            ["20|12|7|5"],
            Of(ReportRows.Of(cycle.Second, "totals", "level code memberships people children adults"), Area));
        Assert.False(cycle.Second.TryGetProperty("childList", out var list) && list.ValueKind != System.Text.Json.JsonValueKind.Null, "The list was not asked for.");
    }

    [Fact]
    public void Weekly_OldWeekFromItsExtract_IsTheSameDocument() => Assert.Equal(cycle.FirstText, cycle.FirstTextAgain);

    /// <summary>Of SRCode one row is new, one changed, one removal is of a row that never was; the removed patient's rows go too.</summary>
    [Fact]
    public void Extracts_AfterDelta_CountWhatBecameOfEachRow()
    {
        var delta = cycle.Extracts.EnumerateArray().Single(e => e.GetProperty("extract").GetString() == HandWrittenExtract.Delta);
        var full = cycle.Extracts.EnumerateArray().Single(e => e.GetProperty("extract").GetString() == HandWrittenExtract.Full);

        Assert.Equal("done", delta.GetProperty("state").GetString());
        var rows = ReportRows.Of(delta, "tables", "table isDelta rows kept refused inserted updated");
        Assert.Contains("SRCode|True|4|4|0|2|1", rows);
        Assert.Contains("SRPatient|True|2|2|0|1|0", rows);
        Assert.Contains("SRPersonAtRisk|True|1|1|0|0|0", rows);
        Assert.Equal(0, delta.GetProperty("refusedRows").GetInt64());

        // 29's row and that of the removed patient 3.
        Assert.Equal(Total(full, "SRPersonAtRisk") - 2, Total(delta, "SRPersonAtRisk"));

        static long Total(System.Text.Json.JsonElement entry, string table) => entry.GetProperty("tables").EnumerateArray()
            .Single(t => t.GetProperty("table").GetString() == table).GetProperty("total").GetInt64();
    }

    private static IEnumerable<string> Of(IEnumerable<string> rows, string place) =>
        rows.Where(row => row.StartsWith(place, StringComparison.Ordinal)).Select(row => row[place.Length..]);

    /// <summary>Rows of a place with a count in either week, by group.</summary>
    private static IEnumerable<string> Counted(IEnumerable<string> rows, string place) =>
        Of(rows, place).Where(row => !row.EndsWith("|0|0|0", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
