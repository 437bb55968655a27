using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>The settings that Bicep gives the app, against the one list of settings (docs/settings.md), which is compared with the code elsewhere.</summary>
public sealed class SettingTests(Templates templates) : IClassFixture<Templates>
{
    private static readonly string[] NotOnFlex =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_MAX_HTTP_CONCURRENCY",
        "ENABLE_ORYX_BUILD", "SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE",
        "WEBSITE_CONTENTOVERVNET", "WEBSITE_VNET_ROUTE_ALL", "WEBSITE_DNS_SERVER", "WEBSITE_MOUNT_ENABLED", "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED", "AzureWebJobsDashboard",
        "WEBSITE_TIME_ZONE", "TZ",
    ];

    private JsonElement Settings => templates.Main.GetProperty("modules").EnumerateArray().Single(m => m.GetProperty("symbol").GetString() == "functionApp")
        .GetProperty("body").GetProperty("params").GetProperty("settings");

    [Fact]
    public void Settings_AreThoseOfThePage() => Assert.Equal(
        Rows().Where(r => r[2] == "deployment").Select(r => r[0].Trim('`')).Order(StringComparer.Ordinal),
        Settings.EnumerateObject().Select(s => s.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Settings_ThatTheCodeReadsInAzure_AreSetByTheDeploymentOrThePlatform() => Assert.All(
        Rows().Where(r => r[1] == "code" && r[2] == "machine").Select(r => r[0].Trim('`')),
        name => Assert.Contains(name, new[] { "Lake", "AzureWebJobsStorage", "DOTNET_ENVIRONMENT", "Mail__Host", "as" }));

    [Fact]
    public void Settings_ThatBreakAFlexPlan_AreNotSet() => Assert.Empty(Settings.EnumerateObject().Select(s => s.Name).Intersect(NotOnFlex, StringComparer.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Mail__ApiKey")]
    [InlineData("PersonKey")]
    public void Secrets_AreReferencesToTheVault(string name) =>
        Assert.StartsWith("='@Microsoft.KeyVault(SecretUri=${keyVault.outputs.uri}secrets/", BicepResource.Text(Settings.GetProperty(name)), StringComparison.Ordinal);

    [Fact]
    public void Settings_HoldNoKey() => Assert.All(Settings.EnumerateObject(), s =>
    {
        Assert.DoesNotContain("AccountKey", s.Value.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listKeys", s.Value.GetRawText(), StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void HostStore_IsNotTheDataStore() =>
        Assert.NotEqual(Settings.GetProperty("AzureWebJobsStorage__blobServiceUri").GetRawText(), Settings.GetProperty("Lake__blobServiceUri").GetRawText());

    private static IEnumerable<string[]> Rows() => File.ReadLines(Repository.At("docs", "settings.md"))
        .SkipWhile(l => !l.StartsWith("| setting |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
        .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
