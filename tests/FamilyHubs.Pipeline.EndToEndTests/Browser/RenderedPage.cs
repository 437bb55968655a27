using FamilyHubs.Pipeline.EndToEndTests.Support;
using Microsoft.Playwright;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>A document shown in Chromium at one width.</summary>
/// <param name="Overflows">It must be scrolled sideways.</param>
/// <param name="Images">Images in it.</param>
/// <param name="ImagesLoaded">Of these, those that are shown.</param>
/// <param name="AltTexts">Of these, those with a text in their place.</param>
/// <param name="Visible">The text that a reader sees.</param>
internal sealed record RenderedPage(bool Overflows, int Images, int ImagesLoaded, int AltTexts, string Visible)
{
    private const int Height = 900;

    /// <summary>Shows a document and keeps a picture of it in <c>TestResults/screenshots</c>.</summary>
    public static async Task<RenderedPage> ShowAsync(string html, int width, string picture)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = Height } });
        await page.SetContentAsync(html);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Repository.At("tests", "FamilyHubs.Pipeline.EndToEndTests", "TestResults", "screenshots", $"{picture}-{width}.png"),
        });
        return new RenderedPage(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"),
            await page.EvaluateAsync<int>("document.images.length"),
            await page.EvaluateAsync<int>("[...document.images].filter(image => image.complete && image.naturalWidth > 0).length"),
            await page.EvaluateAsync<int>("[...document.images].filter(image => image.alt.trim().length > 0).length"),
            await page.EvaluateAsync<string>("document.body.innerText"));
    }
}
