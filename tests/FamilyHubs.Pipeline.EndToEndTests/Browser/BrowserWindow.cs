using FamilyHubs.Pipeline.EndToEndTests.Support;
using Microsoft.Playwright;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>A window of the Chromium of this machine at one width; pictures of what it shows are kept in <c>TestResults/screenshots</c>.</summary>
internal sealed class BrowserWindow : IAsyncDisposable
{
    private const int Height = 900;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly int _width;

    private BrowserWindow(IPlaywright playwright, IBrowser browser, IPage page, int width)
    {
        (_playwright, _browser, Page, _width) = (playwright, browser, page, width);
    }

    public IPage Page { get; }

    /// <param name="width">Pixels.</param>
    /// <param name="runsScript">Pages may run script.</param>
    public static async Task<BrowserWindow> OpenAsync(int width, bool runsScript = true)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            JavaScriptEnabled = runsScript,
            ViewportSize = new ViewportSize { Width = width, Height = Height },
        });
        return new BrowserWindow(playwright, browser, page, width);
    }

    /// <summary>Whether the page must be scrolled sideways.</summary>
    public Task<bool> OverflowsAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth");

    /// <summary>Keeps a picture of the whole page as <c>{name}-{width}.png</c>.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        FullPage = true,
        Path = Repository.At("tests", "FamilyHubs.Pipeline.EndToEndTests", "TestResults", "screenshots", $"{name}-{_width}.png"),
    });

    /// <summary>Keeps a picture, and fails when the page is wider than the window.</summary>
    public async Task CheckAsync(string name)
    {
        await PictureAsync(name);
        Assert.False(await OverflowsAsync(), $"{name} is wider than {_width} pixels.");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
