using System.Text;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Which profile is in force (product.md, The areas): the blob, else the last good one, else the shipped one; and what is said of a faulty one.</summary>
public sealed class AreaProfilesTests
{
    private const string Fourth = "suffolk";
    private readonly IngestWorld _world = new();

    private AreaProfiles Profiles => new(_world.Blobs, ProfileCatalog.Shipped, new ProfileCache(), NullLogger<AreaProfiles>.Instance);

    [Fact]
    public async Task Look_BlobOfAnotherArea_IsInForceWithoutACodeChange()
    {
        await PutAsync(Fourth, await ShippedAsync(Fourth, hours: 30));

        var found = await Profiles.LookAsync(Fourth, default);

        Assert.Equal((Fourth, 0), (found.Profile.Area, found.Refused.Count));
        Assert.Contains(Fourth, await Profiles.AreasAsync(default));
    }

    [Theory]
    [InlineData(Fourth)]
    [InlineData("essex")]
    public async Task Look_FaultyBlobAfterAGoodOne_GoodOneStaysAndTheFaultIsNamed(string area)
    {
        await PutAsync(area, await ShippedAsync(area, hours: 48));
        await Profiles.GetAsync(area, default);
        _world.Time.Advance(TimeSpan.FromHours(1));
        await PutAsync(area, (await ShippedAsync(area, hours: 48)).Replace("\"freshnessHours\": 48", "\"freshnessHours\": \"soon\"", StringComparison.Ordinal));

        var found = await Profiles.LookAsync(area, default);

        Assert.Equal(48, found.Profile.Extract.FreshnessHours);
        Assert.Equal("$.extract.freshnessHours", Assert.Single(found.Refused).Path);
    }

    [Fact]
    public async Task Get_FaultyBlobAndNoGoodOneEver_SaysThePath()
    {
        await PutAsync(Fourth, (await ShippedAsync(Fourth, hours: 30)).Replace("Europe/London", "Europe/Lisbon", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Profiles.GetAsync(Fourth, default));

        Assert.Contains("$.timeZone", error.Message, StringComparison.Ordinal);
        Assert.Contains("config/suffolk/profile.json", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ShippedAsync(string area, int hours)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json"));
        return text.Replace("\"area\": \"essex\"", $"\"area\": \"{area}\"", StringComparison.Ordinal)
            .Replace("\"freshnessHours\": 30", FormattableString.Invariant($"\"freshnessHours\": {hours}"), StringComparison.Ordinal);
    }

    private Task<string> PutAsync(string area, string text) => _world.Blobs.WriteAsync(
        Containers.Config, $"{area}/profile.json", new MemoryStream(Encoding.UTF8.GetBytes(text)), WriteCondition.Always, default);
}
