using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Host;
using FamilyHubs.Pipeline.EndToEndTests.Snapshots;
using FamilyHubs.Pipeline.EndToEndTests.Support;
using Microsoft.Playwright;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>A commissioner's way: the page, the month, the file, the numbers in DuckDB.</summary>
[Collection(SnapshotSamples.Name)]
public sealed class CommissionerWalkTests(SnapshotCycle cycle)
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Walk_FromThePageToTheNumbers_NeedsNoManual(int width)
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHostProcess.StartAsync(cycle.Store, folder.Path, platformSignsIn: false, "--as", "commissioner:E10000012");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });

        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "api/snapshots/essex").AbsoluteUri);
        await CheckAsync(page, "snapshots", width);
        await page.ClickAsync("text=March 2019");
        await CheckAsync(page, "snapshot", width);
        Assert.Contains("figures differ from revision 1", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#r2 >> text=kpis.csv"));
        Assert.Equal("essex-2019-03-r2-kpis.csv", download.SuggestedFilename);
        await download.SaveAsAsync(Path.Combine(folder.Path, "kpis.csv"));
        await CheckNumbersAsync(folder);

        await page.ClickAsync("#r2 >> text=Data dictionary");
        await CheckAsync(page, "data-dictionary", width);
        Assert.Contains("How to open the files", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "api/snapshots/essex/definitions").AbsoluteUri);
        await CheckAsync(page, "definitions", width);
    }

    private async Task CheckNumbersAsync(TemporaryFolder folder)
    {
        var sql = Path.Combine(folder.Path, "numbers.sql");
        await File.WriteAllTextAsync(sql, "SELECT count(*)::INTEGER AS n, sum(denominator)::DOUBLE AS cohort FROM 'kpis.csv';");
        using var results = JsonDocument.Parse(await NodeTools.RunAsync("run-sql.mjs", folder.Path, sql));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(cycle.Revision(2), "manifest.json")));
        var table = manifest.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "kpis");
        Assert.Equal(table.GetProperty("rows").GetInt32(), results.RootElement[0][0].GetProperty("n").GetInt32());
        Assert.Equal(table.GetProperty("sums").GetProperty("denominator").GetDouble(), results.RootElement[0][0].GetProperty("cohort").GetDouble());
    }

    private static async Task CheckAsync(IPage page, string picture, int width)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Repository.At("tests", "FamilyHubs.Pipeline.EndToEndTests", "TestResults", "screenshots", $"{picture}-{width}.png"),
        });
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"), $"{picture} is wider than {width} pixels.");
        Assert.Equal("Arial, sans-serif", await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"));
    }
}
