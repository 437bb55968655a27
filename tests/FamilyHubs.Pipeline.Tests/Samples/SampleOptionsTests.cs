using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class SampleOptionsTests
{
    private static readonly SampleOptions Good = new("essex", 10, new DateOnly(2019, 3, 11), new DateOnly(2019, 3, 11), 1, false, "unused");

    [Fact]
    public void Check_NoChildren_SaysSo() =>
        Assert.Contains("too few", Assert.Throws<ArgumentException>((Good with { Children = 0 }).Check).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_LastDayBeforeTheFirst_SaysSo() =>
        Assert.Contains("before", Assert.Throws<ArgumentException>((Good with { To = new DateOnly(2019, 3, 10) }).Check).Message, StringComparison.Ordinal);

    [Fact]
    public async Task WriteAsync_ProfileOfAnotherArea_IsRefused()
    {
        var profile = await SampleFolder.ProfileAsync("hackney");
        await Assert.ThrowsAsync<ArgumentException>(() => SampleExtracts.WriteAsync(Good, profile, ContractCatalog.Shipped, null, CancellationToken.None));
    }
}
