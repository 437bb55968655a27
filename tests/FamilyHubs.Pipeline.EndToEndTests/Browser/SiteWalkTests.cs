using FamilyHubs.Pipeline.EndToEndTests.Host;
using FamilyHubs.Pipeline.EndToEndTests.Snapshots;
using FamilyHubs.Pipeline.EndToEndTests.Support;

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
        await using var window = await BrowserWindow.OpenAsync(width, runsScript: false);
        var page = window.Page;

        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "api/reports/essex").AbsoluteUri);
        await CheckAsync(window, "overview", "Overview", "Overview");
        await page.ClickAsync("nav.site >> text=Newest month");
        await CheckAsync(window, "site-month", "Key figures: Essex", "Newest month");
        await page.ClickAsync("nav.site >> text=Snapshots");
        await CheckAsync(window, "site-snapshots", "Snapshots", "Snapshots");
        await page.ClickAsync("main >> text=March 2019");
        await CheckAsync(window, "site-snapshot", "Snapshot March 2019", "Snapshots");
        await page.ClickAsync("nav.site >> text=Definitions");
        await CheckAsync(window, "site-definitions", "Definitions", "Definitions");
        await page.ClickAsync("nav.site >> text=Runs and health");
        await CheckAsync(window, "health", "Runs and health", "Runs and health");
        Assert.Contains("Late extract", await page.InnerTextAsync("#attention"), StringComparison.Ordinal);
        await page.ClickAsync("nav.site >> text=Data quality");
        await CheckAsync(window, "extracts", "Data quality", "Data quality");
        await page.ClickAsync("main a >> text=recipients.csv");
        await CheckAsync(window, "extract-file", "Extract reference/recipients.csv", "Data quality");
        await page.ClickAsync("nav.site >> text=Data quality");
        await page.ClickAsync("main a >> text=20190401_");
        await CheckAsync(window, "extract", await page.InnerTextAsync("h1"), "Data quality");

        // The keyboard: the first stop skips the navigation, the next ones are its links in order.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.Locator(":focus").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Overview", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/api/reports/essex");
    }

    private static async Task CheckAsync(BrowserWindow window, string picture, string heading, string part)
    {
        await window.CheckAsync(picture);
        Assert.Equal(heading, await window.Page.InnerTextAsync("h1"));
        Assert.Equal(part, await window.Page.InnerTextAsync("nav.site [aria-current]"));
    }
}
