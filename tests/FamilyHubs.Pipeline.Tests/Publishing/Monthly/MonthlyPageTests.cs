using AngleSharp.Html.Dom;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Tests.Publishing.Monthly;

public sealed class MonthlyPageTests
{
    [Fact]
    public async Task Kpis_OfADistrict_ShowFiguresOfTheReportWithWords()
    {
        var computation = await SampleMonth.ComputeAsync();
        var page = await SampleMonth.PageAsync("A", computation);
        var row = Row(page, "kpis", "2.02");
        var figure = computation.Report.Kpis.Single(kpi => kpi is { Kpi: "2.02", Code: "A", Period: "month" });
        Assert.Equal((2, 3, 1), (figure.Numerator, figure.Denominator, figure.NearMiss));
        Assert.Equal(["2", "3", "66.7%"], row[1..4]);
        Assert.Equal(["96%", "Red", "✗ Cross", "1"], row[5..9]);
        Assert.Contains("2.02", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kpis_NobodyToCount_IsADashAndNeverNoughtOrAHundred()
    {
        var row = Row(await SampleMonth.PageAsync("B"), "kpis", "2.34");
        Assert.Equal(["0", "0", "–", "–"], row[1..5]);
        Assert.Equal(["–", "–"], row[6..8]);
    }

    [Fact]
    public async Task Trends_FourteenMonths_HaveChartWithDescriptionAndWords()
    {
        var page = await SampleMonth.PageAsync("A");
        var trends = page.GetElementById("trends")!;
        var chart = trends.QuerySelectorAll("svg").Single(svg => svg.QuerySelector("title")!.TextContent.StartsWith("2.02", StringComparison.Ordinal));
        Assert.Contains("Control chart of 2.02", chart.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Variation: ", trends.TextContent, StringComparison.Ordinal);
        Assert.Contains(chart.QuerySelectorAll("text"), text => text.TextContent == "target 96");
    }

    [Fact]
    public async Task Page_OfADistrict_HoldsNothingOfTheOthers()
    {
        var page = await SampleMonth.PageAsync("A");
        Assert.DoesNotContain("Gamma", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Beta", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("11", Records(page, "families"));
        Assert.DoesNotContain("13", Records(page, "families"));
        Assert.Contains("Practitioner 71", page.GetElementById("practitioners")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Practitioner 72", page.GetElementById("practitioners")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheArea_HoldsEveryFamilyAndPractitioner()
    {
        var page = await SampleMonth.PageAsync("T");
        Assert.Superset(new HashSet<string> { "11", "13" }, Records(page, "families").ToHashSet());
        Assert.Contains("Practitioner 72", page.GetElementById("practitioners")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gamma", page.GetElementById("kpi-places")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No usable postcode", page.GetElementById("kpi-places")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_RoleDoesNotAllowTheLists_HasNone()
    {
        var page = await SampleMonth.PageAsync("T", families: false, practitioners: false, change: view => view with { FamilyVoice = "Secret words" });
        Assert.Null(page.GetElementById("families"));
        Assert.Null(page.GetElementById("practitioners"));
        Assert.Null(page.GetElementById("family-voice"));
        Assert.DoesNotContain("Secret words", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FamilyVoice_WithMarkup_IsShownAsWrittenAndEscaped()
    {
        const string Text = "# What we said\n\n<script>alert(1)</script> & \"more\"";
        var page = await SampleMonth.PageAsync("T", change: view => view with { FamilyVoice = Text });
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(Text, page.QuerySelector("blockquote.verbatim")!.TextContent);
    }

    [Fact]
    public async Task Revisions_ChangedFigure_ShowsFirstNowDifferenceAndReason()
    {
        var run = new RevisionRun("r1", "20190501_0200", "1", DateTimeOffset.UnixEpoch);
        var change = new RevisedFigure("kpis", "district", "A", "2.02:month", "percentage", new FigureValue(50, 1, 2), new FigureValue(66.7, 2, 3)) { Reason = "late data: extract b in place of a" };
        var page = await SampleMonth.PageAsync(
            "A", change: view => view with { Revisions = new MonthlyRevisions("testshire", SampleMonth.Month, run, run with { Run = "r2" }, [change, change with { Code = "C" }]) });
        var row = Assert.Single(page.QuerySelectorAll("#revisions tbody tr"));
        Assert.Equal(["Alpha", "50.0% (1 of 2)", "66.7% (2 of 3)", "+16.7", "Late data: extract b in place of a"], row.Children.Skip(1).Select(cell => cell.TextContent.Trim()));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("N")]
    [InlineData("T")]
    public async Task Page_Structure_IsSoundForScreenReaders(string code)
    {
        var page = await SampleMonth.PageAsync(code);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.False(string.IsNullOrWhiteSpace(table.QuerySelector("caption")?.TextContent)));
        Assert.All(page.QuerySelectorAll("th"), heading => Assert.Contains(heading.GetAttribute("scope"), (string[])["col", "row"]));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.All(
            table.QuerySelectorAll("tbody tr"), row => Assert.Equal(table.QuerySelectorAll("thead th").Length, row.Children.Length)));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        Assert.All(page.QuerySelectorAll(".tag"), tag => Assert.False(string.IsNullOrWhiteSpace(tag.TextContent)));
    }

    [Theory]
    [InlineData("#00401e", "#cce5d6")]
    [InlineData("#4d3d00", "#fff2c2")]
    [InlineData("#6b0d12", "#f9d6d5")]
    [InlineData("#212b32", "#f0f4f5")]
    public async Task Tags_Colours_HaveContrastAndAreTheOnesInUse(string ink, string paper)
    {
        var style = (await SampleMonth.PageAsync("T")).QuerySelector("style")!.TextContent;
        Assert.Contains($"background-color:{paper};color:{ink}", style, StringComparison.Ordinal);
        Assert.True(Contrast.Ratio(ink, paper) >= 4.5);
    }

    private static string[] Row(IHtmlDocument page, string section, string name) =>
        [.. page.QuerySelector($"#{section} table")!.QuerySelectorAll("tbody tr").Single(row => row.Children[0].TextContent.StartsWith(name, StringComparison.Ordinal))
            .Children.Select(cell => cell.TextContent.Trim())];

    private static IEnumerable<string> Records(IHtmlDocument page, string section) =>
        page.QuerySelectorAll($"#{section} tbody th").Select(cell => cell.TextContent.Trim());
}
