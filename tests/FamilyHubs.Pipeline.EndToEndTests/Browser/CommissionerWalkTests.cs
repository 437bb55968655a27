using System.Globalization;
using System.Net;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Host;
using FamilyHubs.Pipeline.EndToEndTests.Snapshots;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>A commissioner's way: the mail, the page behind its button, the files, and a chart of them drawn with a tool that knows nothing of the product.</summary>
[Collection(SnapshotSamples.Name)]
public sealed class CommissionerWalkTests(SnapshotCycle cycle)
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(600)]
    [InlineData(360)]
    public async Task Walk_FromTheMailToAChart_NeedsNoManual(int width)
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHostProcess.StartAsync(cycle.Store, folder.Path, platformSignsIn: false, "--as", "commissioner:E10000012");
        await using var window = await BrowserWindow.OpenAsync(width);
        var page = window.Page;

        // The mail: a picture of each trend travels with it, and its button leads to the page of the month.
        await page.SetContentAsync(await MailAsync(host.Http.BaseAddress!));
        await window.CheckAsync("commissioner-mail");
        Assert.True(await page.EvaluateAsync<int>("[...document.images].filter(image => image.naturalWidth > 0).length") >= 1, "The mail has no chart.");
        await page.ClickAsync("text=Download the figures");
        await page.WaitForURLAsync("**/api/snapshots/essex/2019-03");

        // The page: the same figures with their charts, what changed, and the files.
        await window.CheckAsync("snapshot");
        Assert.Equal("Snapshot March 2019", await page.InnerTextAsync("h1"));
        Assert.Contains("figures differ from revision 1", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("→", await page.InnerTextAsync("#changes"), StringComparison.Ordinal);
        Assert.True(await page.Locator("#trends svg").CountAsync() >= 1, "The page has no chart.");
        var shown = await page.Locator("#kpis tbody tr").AllInnerTextsAsync();

        await DownloadAsync("#r2 >> text=kpis.csv", "essex-2019-03-r2-kpis.csv");
        await DownloadAsync("#r2 >> text=kpis.parquet", "essex-2019-03-r2-kpis.parquet");

        // The chart, of the CSV and of the Parquet file alike: the shares that the page shows.
        foreach (var file in (string[])["essex-2019-03-r2-kpis.csv", "essex-2019-03-r2-kpis.parquet"])
        {
            var chart = await ChartAsync(folder, file);
            Assert.Equal(5, chart.Count);
            Assert.All(chart, (bar, number) => Assert.Contains($"{bar.Share.ToString("0.0", CultureInfo.InvariantCulture)}%", shown[number], StringComparison.Ordinal));
            await page.SetContentAsync($"<pre style=\"font-size:10px\">{WebUtility.HtmlEncode(string.Join('\n', chart.Select(bar => $"{bar.Kpi} {bar.Bar} {bar.Share:0.0}")))}</pre>");
            await window.PictureAsync("commissioner-chart");
        }

        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "api/snapshots/essex").AbsoluteUri);
        await window.CheckAsync("snapshots");
        Assert.Equal(["March 2019, revision 2", "February 2019", "January 2019"], await page.Locator("main section:first-of-type li").AllInnerTextsAsync());
        await page.ClickAsync("main >> text=March 2019");
        await page.ClickAsync("#r2 >> text=Data dictionary");
        await window.CheckAsync("data-dictionary");
        Assert.Contains("How to open the files", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "api/snapshots/essex/definitions").AbsoluteUri);
        await window.CheckAsync("definitions");

        async Task DownloadAsync(string link, string name)
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(link));
            Assert.Equal(name, download.SuggestedFilename);
            await download.SaveAsAsync(Path.Combine(folder.Path, name));
            var original = Path.Combine(cycle.Revision(2), name.Split("-r2-")[1]);
            Assert.Equal(await File.ReadAllBytesAsync(original), await File.ReadAllBytesAsync(Path.Combine(folder.Path, name)));
        }
    }

    /// <summary>Mails the month and gives the commissioner's mail as a mail program shows it: the attached pictures in their places.</summary>
    private async Task<string> MailAsync(Uri site)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["SiteAddress"] = site.AbsoluteUri };
        (await cycle.Store.RunWithAsync(settings, "monthly", "--area", "essex", "--month", "2019-03", "--send", "--resend")).Ended(0);
        using var mail = JsonDocument.Parse(await File.ReadAllTextAsync(cycle.Store.Mails().Last(file => file.Contains(SnapshotCycle.Commissioner, StringComparison.Ordinal))));
        var html = mail.RootElement.GetProperty("content").EnumerateArray().Single(part => part.GetProperty("type").GetString() == "text/html").GetProperty("value").GetString()!;
        foreach (var file in mail.RootElement.GetProperty("attachments").EnumerateArray().Where(file => file.TryGetProperty("content_id", out _)))
        {
            html = html.Replace($"cid:{file.GetProperty("content_id").GetString()}", $"data:image/png;base64,{file.GetProperty("content").GetString()}", StringComparison.Ordinal);
        }

        return html;
    }

    /// <summary>The chart of <c>docs/lake.md</c>, drawn by DuckDB from a file.</summary>
    private static async Task<IReadOnlyList<(string Kpi, string Bar, double Share)>> ChartAsync(TemporaryFolder folder, string file)
    {
        var sql = Path.Combine(folder.Path, "chart.sql");
        await File.WriteAllTextAsync(sql, (await Documentation.SqlAsync("lake.md", "bar(")).Replace("kpis.parquet", file, StringComparison.Ordinal));
        using var results = JsonDocument.Parse(await NodeTools.RunAsync("run-sql.mjs", folder.Path, sql));
        return [.. results.RootElement[0].EnumerateArray().Select(row => (row.GetProperty("kpi").GetString()!, row.GetProperty("chart").GetString()!, row.GetProperty("share").GetDouble()))];
    }
}
