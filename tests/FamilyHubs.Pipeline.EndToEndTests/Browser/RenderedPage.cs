namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>A document shown in Chromium at one width.</summary>
/// <param name="Overflows">It must be scrolled sideways.</param>
/// <param name="Images">Images in it.</param>
/// <param name="ImagesLoaded">Of these, those that are shown.</param>
/// <param name="AltTexts">Of these, those with a text in their place.</param>
/// <param name="Visible">The text that a reader sees.</param>
internal sealed record RenderedPage(bool Overflows, int Images, int ImagesLoaded, int AltTexts, string Visible)
{
    /// <summary>Shows a document and keeps a picture of it in <c>TestResults/screenshots</c>.</summary>
    public static async Task<RenderedPage> ShowAsync(string html, int width, string picture)
    {
        await using var window = await BrowserWindow.OpenAsync(width);
        var page = window.Page;
        await page.SetContentAsync(html);
        await window.PictureAsync(picture);
        return new RenderedPage(
            await window.OverflowsAsync(),
            await page.EvaluateAsync<int>("document.images.length"),
            await page.EvaluateAsync<int>("[...document.images].filter(image => image.complete && image.naturalWidth > 0).length"),
            await page.EvaluateAsync<int>("[...document.images].filter(image => image.alt.trim().length > 0).length"),
            await page.EvaluateAsync<string>("document.body.innerText"));
    }
}
