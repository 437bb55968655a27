using FamilyHubs.Pipeline.Azure;
using FamilyHubs.Pipeline.Azure.Blobs;
using FamilyHubs.Pipeline.Azure.Mailing;
using FamilyHubs.Pipeline.Azure.People;
using FamilyHubs.Pipeline.Azure.Tables;
using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.StorageTests;

[Collection(AzuriteTests.Name)]
public sealed class AzurePortsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task EnsureStores_LocalStorage_MakesEveryContainerAndTable()
    {
        await using var services = Services(new() { ["Lake"] = azurite.ConnectionString });

        await services.GetRequiredService<AzureStores>().EnsureStoresAsync(default);
        await services.GetRequiredService<AzureStores>().EnsureStoresAsync(default);

        var (blobs, tables) = (services.GetRequiredService<IBlobs>(), services.GetRequiredService<ITables>());
        Assert.IsType<AzureBlobs>(blobs);
        Assert.IsType<AzureTables>(tables);
        foreach (var container in Containers.All) Assert.Null(await blobs.FindAsync(container, "none", default));
        foreach (var table in TableNames.All) Assert.Null(await tables.FindAsync(table, "p", "r", default));
    }

    [Fact]
    public async Task Lake_Faulty_IsRefusedWithASentence()
    {
        await using var services = Services(new() { ["Lake"] = "" });

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IBlobs>());

        Assert.Contains("The setting Lake is empty.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lake_AddressAsTheFunctionsHostWritesIt_IsTaken()
    {
        await using var services = Services(new() { ["Lake:blobServiceUri"] = "https://account.blob.core.windows.net" });

        Assert.IsType<AzureBlobs>(services.GetRequiredService<IBlobs>());
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("Development", "site", false)]
    [InlineData("Production", null, true)]
    [InlineData(null, "site", true)]
    public async Task Mail_Environment_DecidesWhetherEveryoneMayBeMailed(string? environment, string? site, bool production)
    {
        await using var services = Services(new()
        {
            ["Mail:ApiKey"] = "SG.key", ["AZURE_FUNCTIONS_ENVIRONMENT"] = environment, ["WEBSITE_SITE_NAME"] = site,
        });

        Assert.IsType<SendGridMailer>(services.GetRequiredService<IMailer>());
        var options = services.GetRequiredService<IOptions<MailOptions>>();
        if (production) Assert.True(options.Value.Production);
        else Assert.Throws<OptionsValidationException>(() => options.Value);
    }

    [Fact]
    public async Task PersonKey_SettingOrLocalFileOrRefusal()
    {
        await using var set = Services(new() { ["Lake"] = "https://account.blob.core.windows.net", ["PersonKey"] = Convert.ToBase64String(TestBytes.Of(32)), ["PersonKeyVersion"] = "k7" });
        await using var local = Services(new() { ["Lake"] = azurite.ConnectionString });
        await using var missing = Services(new() { ["Lake"] = "https://account.blob.core.windows.net" });

        Assert.Equal("k7", (await set.GetRequiredService<IPersonKeySource>().GetAsync(default)).Version);
        Assert.IsType<FilePersonKeySource>(local.GetRequiredService<IPersonKeySource>());
        Assert.Contains("PersonKey", Assert.Throws<OptionsValidationException>(() => missing.GetRequiredService<IPersonKeySource>()).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddAzurePorts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
