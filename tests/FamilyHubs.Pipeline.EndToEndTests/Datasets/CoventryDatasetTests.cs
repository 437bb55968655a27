namespace FamilyHubs.Pipeline.EndToEndTests.Datasets;

/// <summary>The Coventry papers: dashboard, before and after, caseload (calculations.md 11 and 12).</summary>
public sealed class CoventryDatasetTests
{
    private static readonly string[] Means =
    [
        "early-booking|83", "smoking-at-delivery|15", "breastfeeding-initiation|79", "breastfeeding-6-8-weeks|51", "dpt-2-years|97", "mmr-5-years|90",
        "new-birth-review|97", "6-8-week-review|97", "1-year-review|96", "2-5-year-review|89", "protection-plan-under-5|14", "caf-under-5|54",
        "looked-after-under-5|3",
    ];

    private static readonly string[] Marks =
        ["cross", "cross", "tick", "tick", "tick", "cross", "tick", "tick", "tick", "tick", "-", "-", "-"];

    /// <summary>AE17-21 to AE17-33: the month, the mean of the year as the next one's baseline, and the marks in any month.</summary>
    [Fact]
    public async Task Monthly_Coventry201314_GivesTheDashboardWithItsMarks()
    {
        var reports = await DatasetCycle.RunAsync("coventry-2013-14", "coventry", "2014-03", "2014-04", "2013-08");

        Assert.Equal(
            Means.Zip(Marks, (mean, mark) => $"{mean}|{mark}"), PrintedRows.Of(reports[0], "indicators", "level=area", "indicator value mark"));
        Assert.Equal(
            Means, PrintedRows.Of(reports[0], "indicators", "level=area", "indicator value"));
        Assert.Equal(Means, PrintedRows.Of(reports[1], "indicators", "level=area", "indicator baseline"));
        Assert.Equal(Marks, PrintedRows.Of(reports[2], "indicators", "level=area", "mark"));
        Assert.NotEqual(Means, PrintedRows.Of(reports[2], "indicators", "level=area", "indicator value"));

        // The same in the locality, from the same people; the mean of returns is the computed one, not that of the profile.
        Assert.Equal(Means, PrintedRows.Of(reports[0], "indicators", "level=district code=CV-R03", "indicator value"));
        Assert.Equal(Means, PrintedRows.Of(reports[1], "indicators", "level=district code=CV-R03", "indicator baseline"));
    }

    /// <summary>AE17-49.</summary>
    [Fact]
    public async Task Monthly_CoventryPilot_GivesTheDifferencesAndTheirColours()
    {
        var reports = await DatasetCycle.RunAsync("coventry-pilot", "coventry", "2016-03", "2014-03", "2015-08");

        Assert.Equal(
            [
                "early-booking|2013/14|2015/16|88.5|89.8|1.3|green",
                "smoking-at-delivery|2013/14|2015/16|13.4|13|-0.4|green",
                "breastfeeding-initiation|2013/14|2015/16|74.9|78.3|3.4|green",
                "breastfeeding-6-8-weeks|2013/14|2015/16|43.1|49.2|6.1|green",
                "dpt-2-years|2013/14|2015/16|97.4|96.8|-0.6|red",
                "mmr-5-years|2013/14|2015/16|93|91.8|-1.2|red",
            ],
            PrintedRows.Of(reports[0], "progress", "level=area", "indicator beforeYear afterYear before after difference rag"));
        Assert.Equal(
            [88.5, 13.4, 74.9, 43.1, 97.4, 93],
            reports[0].GetProperty("progress").EnumerateArray().Where(row => row.GetProperty("level").GetString() == "area")
                .Select(row => Math.Round(row.GetProperty("before").GetDouble(), 9)));

        // Nothing to compare within the year itself; to date in the later one.
        Assert.Empty(reports[1].GetProperty("progress").EnumerateArray());
        Assert.Equal(
            "early-booking|88.5|89.7", PrintedRows.Of(reports[2], "progress", "level=area", "indicator before after")[0]);
    }

    /// <summary>C17-04 to C17-11.</summary>
    [Fact]
    public async Task Monthly_Coventry201701_GivesTheCaseloadPerWteAndTheCounts()
    {
        var report = Assert.Single(await DatasetCycle.RunAsync("coventry-2017-01", "coventry", "2017-01"));

        var area = report.GetProperty("caseload").EnumerateArray().Where(row => row.GetProperty("level").GetString() == "area").ToArray();
        Assert.Equal(
            [281, 23, 8, 0.95, 4.6, 1.6, 4, 3, 1],
            area.Where(row => row.GetProperty("wte").ValueKind is not System.Text.Json.JsonValueKind.Null).Select(row => row.GetProperty("perWte").GetDouble()));
        Assert.Equal(
            ["caf-contributed|122", "caf-led|68", "fhat|812", "partnership-plus-families|446", "caf-consent-refused|6"],
            PrintedRows.Of(report, "caseload", "level=area wte=-", "tier count"));
        Assert.Equal(
            ["universal|16860|60", "universalPlus|1380|60", "partnershipPlus|480|60"],
            PrintedRows.Of(report, "caseload", "level=area wte=60", "tier count wte").Take(3));
    }
}
