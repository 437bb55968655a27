using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Tests.Publishing;

public sealed class PageHeadersTests
{
    [Fact]
    public async Task All_Policy_IsThatOfThePageAndForbidsFrames()
    {
        var page = Composed.Parse(await Composed.PageAsync("MID"));
        var own = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content");
        Assert.Equal($"{own}; frame-ancestors 'none'", PageHeaders.All["Content-Security-Policy"]);
    }

    [Theory]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "no-referrer")]
    public void All_KeepsPagesOutOfCachesAndFrames(string name, string value) => Assert.Equal(value, PageHeaders.All[name]);
}
