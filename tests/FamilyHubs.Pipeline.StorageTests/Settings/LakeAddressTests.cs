using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.Azure.Settings;

namespace FamilyHubs.Pipeline.StorageTests.Settings;

public sealed class LakeAddressTests
{
    [Fact]
    public void Parse_Address_DerivesTheTableEndpoint()
    {
        var lake = LakeAddress.Parse("https://account.blob.core.windows.net/");

        Assert.False(lake.IsLocal);
        Assert.Equal("https://account.blob.core.windows.net/", lake.Blobs(new BlobClientOptions()).Uri.ToString());
        Assert.Equal("account", lake.Tables(new TableClientOptions()).AccountName);
        Assert.Equal("https://account.table.core.windows.net/", LakeAddress.TableEndpoint(new Uri("https://account.blob.core.windows.net")).ToString());
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", true)]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:3/a", true)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=core.windows.net", false)]
    public void Parse_ConnectionString_KnowsWhetherItIsLocal(string lake, bool local)
    {
        Assert.Equal(local, LakeAddress.Parse(lake).IsLocal);
        Assert.Equal(local, LakeAddress.IsOnThisMachine(lake));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("https://account.blob.core.windows.net")]
    public void IsOnThisMachine_AnythingElse_IsFalse(string? lake) => Assert.False(LakeAddress.IsOnThisMachine(lake));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("marker")]
    [InlineData("http://marker.blob.core.windows.net")]
    [InlineData("https://marker.table.core.windows.net")]
    [InlineData("https://marker.blob.core.windows.net/container")]
    [InlineData("https://marker.blob.core.windows.net/?sv=1&sig=marker")]
    [InlineData("AccountName=marker;AccountKey=marker")]
    public void Parse_Other_IsRefusedWithoutItsValue(string? lake)
    {
        var error = Assert.Throws<FormatException>(() => LakeAddress.Parse(lake));

        Assert.Contains("setting Lake", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("marker", error.ToString(), StringComparison.Ordinal);
    }
}
