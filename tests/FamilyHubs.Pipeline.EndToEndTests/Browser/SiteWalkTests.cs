using FamilyHubs.Pipeline.EndToEndTests.Host;
using FamilyHubs.Pipeline.EndToEndTests.Snapshots;
using FamilyHubs.Pipeline.EndToEndTests.Support;
using Microsoft.Playwright;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>The way of business informatics through the site, by its links and by the keyboard, without script.</summary>
[Collection(SnapshotSamples.Name)]
public sealed class SiteWalkTests(SnapshotCycle cycle)
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Walk_Informatics_ReachesEveryPartByItsLinks(int width)
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHostProcess.StartAsync(cycle.Store, folder.Path, platformSignsIn: false, "--as", "informatics:E10000012");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "api/reports/essex").AbsoluteUri);
        await CheckAsync(page, "overview", width, "Overview", "Overview");
        await page.ClickAsync("nav.site >> text=Newest month");
        await CheckAsync(page, "site-month", width, "Key figures: Essex", "Newest month");
        await page.ClickAsync("nav.site >> text=Snapshots");
        await CheckAsync(page, "site-snapshots", width, "Snapshots", "Snapshots");
        await page.ClickAsync("main >> text=March 2019");
        await CheckAsync(page, "site-snapshot", width, "Snapshot March 2019", "Snapshots");
        await page.ClickAsync("nav.site >> text=Definitions");
        await CheckAsync(page, "site-definitions", width, "Definitions", "Definitions");
        await page.ClickAsync("nav.site >> text=Runs and health");
        await CheckAsync(page, "health", width, "Runs and health", "Runs and health");
        Assert.Contains("Late extract", await page.InnerTextAsync("#attention"), StringComparison.Ordinal);
        await page.ClickAsync("nav.site >> text=Data quality");
        await CheckAsync(page, "extracts", width, "Data quality", "Data quality");
        await page.ClickAsync("main a >> text=recipients.csv");
        await CheckAsync(page, "extract-file", width, "Extract reference/recipients.csv", "Data quality");
        await page.ClickAsync("nav.site >> text=Data quality");
        await page.ClickAsync("main a >> text=20190401_");
        await CheckAsync(page, "extract", width, await page.InnerTextAsync("h1"), "Data quality");

        // The keyboard: the first stop skips the navigation, the next ones are its links in order.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.Locator(":focus").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Overview", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/api/reports/essex");
    }

    private static async Task CheckAsync(IPage page, string picture, int width, string heading, string part)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Repository.At("tests", "FamilyHubs.Pipeline.EndToEndTests", "TestResults", "screenshots", $"{picture}-{width}.png"),
        });
        Assert.Equal(heading, await page.InnerTextAsync("h1"));
        Assert.Equal(part, await page.InnerTextAsync("nav.site [aria-current]"));
        Assert.InRange((await page.Locator("main").BoundingBoxAsync())!.Width, 1, width);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"), $"{picture} is wider than {width} pixels.");
    }
}
