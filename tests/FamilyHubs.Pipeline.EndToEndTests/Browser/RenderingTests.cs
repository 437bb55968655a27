using System.Text.Json;
using FamilyHubs.Pipeline.Cli;
using FamilyHubs.Pipeline.EndToEndTests.Readers;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>The mail and the page as a browser shows them, on a desk and on a telephone (quality.md 4).</summary>
[Collection(Samples.Name)]
public sealed class RenderingTests(SampleCycle cycle)
{
    [BrowserTheory]
    [InlineData(600)]
    [InlineData(360)]
    public async Task Mail_InABrowser_FitsAndShowsItsImages(int width)
    {
        using var mail = await LastMailAsync();
        var page = await RenderedPage.ShowAsync(HtmlOf(mail, withImages: true), width, "mail");

        Assert.False(page.Overflows, $"The mail is wider than {width} pixels.");
        Assert.InRange(page.Images, 1, int.MaxValue);
        Assert.Equal(page.Images, page.ImagesLoaded);
        Assert.Contains("Priority groups", page.Visible, StringComparison.OrdinalIgnoreCase);
    }

    [BrowserTheory]
    [InlineData(360)]
    public async Task Mail_WithImagesBlocked_FitsAndSaysWhatTheyShow(int width)
    {
        using var mail = await LastMailAsync();
        var page = await RenderedPage.ShowAsync(HtmlOf(mail, withImages: false), width, "mail-without-images");

        Assert.False(page.Overflows, $"The mail is wider than {width} pixels.");
        Assert.Equal(0, page.ImagesLoaded);
        Assert.Equal(page.Images, page.AltTexts);
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Page_InABrowser_Fits(int width)
    {
        var page = await RenderedPage.ShowAsync(await PageAsync(), width, "page");

        Assert.False(page.Overflows, $"The page is wider than {width} pixels.");
        Assert.Equal(page.Images, page.ImagesLoaded);
        Assert.Contains("Colchester", page.Visible, StringComparison.Ordinal);
    }

    /// <summary>The mail of the area's manager for the later week, whose chart has an earlier point.</summary>
    private async Task<JsonDocument> LastMailAsync() => JsonDocument.Parse(
        await File.ReadAllTextAsync(cycle.Store.Mails().Last(file => file.Contains("area.manager", StringComparison.Ordinal))));

    private static string HtmlOf(JsonDocument mail, bool withImages)
    {
        var html = mail.RootElement.GetProperty("content").EnumerateArray()
            .Single(c => c.GetProperty("type").GetString() == "text/html").GetProperty("value").GetString()!;
        foreach (var attachment in mail.RootElement.GetProperty("attachments").EnumerateArray().Where(a => a.TryGetProperty("content_id", out _)))
        {
            var image = withImages ? $"data:{attachment.GetProperty("type")};base64,{attachment.GetProperty("content")}" : "data:,";
            html = html.Replace($"cid:{attachment.GetProperty("content_id")}", image, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("cid:", html, StringComparison.Ordinal);
        return html;
    }

    private async Task<string> PageAsync()
    {
        await using var workspace = await Workspace.OpenAsync(cycle.Store.ConnectionString, CancellationToken.None);
        var profile = await workspace.ProfileAsync("essex", file: null, CancellationToken.None);
        var run = (await cycle.Store.RunAsync("runs", "--area", "essex", "--json")).Ended(0).Json().EnumerateArray()
            .Single(r => r.GetProperty("period").GetString() == "2019-W13").GetProperty("id").GetString()!;
        var report = (await workspace.Get<WeeklyReportArchive>().FindAsync("essex", "2019-W13", run, CancellationToken.None))!;
        var facts = new ReportFacts(new DateTime(2019, 4, 1, 2, 15, 0), 1000, 0, "The figures were drawn on 1 April 2019.", run, Page: null, new DateOnly(2019, 4, 8));
        return await workspace.Get<WeeklyPageComposer>().ComposeAsync(
            report, profile, new Reader("Essex Manager", [profile.Geography.Area.Code]), facts, [], profile.Disclosure.Profiles[profile.Disclosure.Pages], CancellationToken.None);
    }
}
