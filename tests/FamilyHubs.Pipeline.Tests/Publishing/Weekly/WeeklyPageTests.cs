namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

public sealed class WeeklyPageTests
{
    public static TheoryData<string> Readers => Composed.Readers;

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Page_AnyReader_LoadsNothingAndRunsNothing(string codes)
    {
        var document = Composed.Parse(await Composed.PageAsync(codes));
        Assert.Empty(document.QuerySelectorAll("script, link, iframe, object, embed, form, img, video, audio, base"));
        Assert.All(document.All.SelectMany(element => element.Attributes), attribute => Assert.DoesNotMatch("^(on.*|style|src|srcset|action|xlink:href)$", attribute.Name));
        Assert.All(document.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotMatch(@"url\(|@import", document.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public async Task Page_Policy_AllowsTheOneStyleSheetByItsHash()
    {
        var document = Composed.Parse(await Composed.PageAsync("MID"));
        var policy = document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var style = Assert.Single(document.QuerySelectorAll("style")).TextContent;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Page_AnyReader_HasLandmarksHeadingsCaptionsAndUniqueIds(string codes)
    {
        var document = Composed.Parse(await Composed.PageAsync(codes));
        Assert.Equal("en-GB", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#main", document.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.Single(document.QuerySelectorAll("header"));
        Assert.Single(document.QuerySelectorAll("main#main"));
        Assert.Single(document.QuerySelectorAll("nav[aria-label]"));
        Assert.Single(document.QuerySelectorAll("h1"));
        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(document.QuerySelectorAll("nav a"), link => Assert.NotNull(document.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(document.QuerySelectorAll("[aria-labelledby]"), element => Assert.All(element.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(document.GetElementById(id)!.TextContent)));
        Assert.All(document.QuerySelectorAll("table"), table =>
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            var columns = table.QuerySelectorAll("thead th").ToList();
            Assert.All(columns, heading => Assert.Equal("col", heading.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
            {
                Assert.Equal(columns.Count, row.Children.Length);
                Assert.Single(row.Children, cell => cell.GetAttribute("scope") == "row");
            });
        });
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Page_Charts_HaveTitleAndDescriptionWithNumbers(string codes)
    {
        var document = Composed.Parse(await Composed.PageAsync(codes));
        var charts = document.QuerySelectorAll("svg").ToList();
        Assert.True(charts.Count >= 4);
        Assert.All(charts, chart =>
        {
            Assert.Equal("img", chart.GetAttribute("role"));
            Assert.NotEmpty(chart.QuerySelector("title")!.TextContent);
            Assert.Matches("[0-9]", chart.QuerySelector("desc")!.TextContent);
        });
    }

    [Fact]
    public async Task Page_SignIn_HasNoStarInItsTables()
    {
        var document = Composed.Parse(await Composed.PageAsync("E10000012"));
        Assert.DoesNotContain(document.QuerySelectorAll("td"), cell => cell.TextContent == "*");
        Assert.DoesNotContain("stands for a number too small", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ChildList_HasTheChildrenOfTheCatchmentOnly()
    {
        var report = await SampleWeeklyReport.SignIn;
        var mine = report.ChildList!.Where(child => child.District == "E07000071").Select(child => $"{child.PersonId}").Order(StringComparer.Ordinal).ToList();
        Assert.InRange(mine.Count, 5, report.ChildList!.Count - 5);
        var document = Composed.Parse(await Composed.PageAsync("E07000071"));
        Assert.Equal(mine, document.QuerySelectorAll("#children tbody th").Select(cell => cell.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_ChildListOfATeam_HasTheTeamsChildrenOnly()
    {
        var report = await SampleWeeklyReport.SignIn;
        var mine = report.ChildList!.Where(child => child.Team == Composed.Team).Select(child => $"{child.PersonId}").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(mine);
        var document = Composed.Parse(await Composed.PageAsync(Composed.Team));
        Assert.Equal(mine, document.QuerySelectorAll("#children tbody th").Select(cell => cell.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_NoChildList_HasNoSection()
    {
        var document = Composed.Parse(await Composed.PageAsync("E07000071", await SampleWeeklyReport.SignIn with { ChildList = null }));
        Assert.Null(document.GetElementById("children"));
    }

    [Fact]
    public async Task Page_DistrictManager_SeesNoOtherDistrict()
    {
        var text = Composed.Parse(await Composed.PageAsync("E07000071")).Body!.TextContent;
        Assert.All((string[])["Tendring", "Braintree", "Chelmsford", "Harlow"], name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_County_HasEveryGroupOfEveryTeam()
    {
        var (report, document) = (await SampleWeeklyReport.SignIn, Composed.Parse(await Composed.PageAsync("E10000012")));
        foreach (var team in report.Totals.Where(total => total.Level == "team"))
        {
            var table = document.QuerySelectorAll("#teams details table").Single(table => table.QuerySelector("caption")!.TextContent == $"Priority groups in {team.Name}");
            foreach (var group in report.Groups.Where(group => group.Level == "team" && group.Code == team.Code))
            {
                var row = table.QuerySelectorAll("tbody tr").Single(row => row.Children[0].TextContent == group.Name);
                Assert.Equal($"{group.Memberships}", row.Children[2].TextContent);
            }
        }
    }

    [Fact]
    public async Task Page_StyleColours_HaveContrast()
    {
        Assert.True(Contrast.Ratio("#212b32", "#ffdd00") >= 4.5);
        var style = Composed.Parse(await Composed.PageAsync("MID")).QuerySelector("style")!.TextContent;
        Assert.Contains("outline:3px", style, StringComparison.Ordinal);
        Assert.Contains("@media print", style, StringComparison.Ordinal);
        foreach (var (ink, paper) in (ReadOnlySpan<(string, string)>)[("#4c6272", "#f0f4f5"), ("#4c6272", "#ffffff"), ("#005eb8", "#ffffff"), ("#212b32", "#fff8dc"), ("#ffffff", "#003087")])
            Assert.True(Contrast.Ratio(ink, paper) >= 4.5, $"{ink} on {paper}");
    }
}
