using FamilyHubs.Pipeline.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.StorageTests.People;

public sealed class PersonKeyOptionsTests
{
    private const string Remote = "https://stfhpdata.blob.core.windows.net";

    [Theory]
    [InlineData(Remote, null, "PersonKey is empty")]
    [InlineData(Remote, "c2hvcnQ=", "at least 32 random bytes")]
    [InlineData(Remote, "no base64", "at least 32 random bytes")]
    [InlineData("UseDevelopmentStorage=true", "c2hvcnQ=", "at least 32 random bytes")]
    [InlineData(Remote, "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/person-key-k1)", "was not resolved")]
    public void Start_FaultyKey_IsRefusedWithoutRepeatingIt(string lake, string? key, string says)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Start(lake, key));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key ?? "PersonKey=", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", null)]
    [InlineData(Remote, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public void Start_KeyThatWillDo_IsTaken(string lake, string? key) => Start(lake, key);

    private static void Start(string lake, string? key)
    {
        var settings = new Dictionary<string, string?> { ["Lake"] = lake, ["PersonKey"] = key, ["Mail:ApiKey"] = "SG.test", ["Mail:Sandbox"] = "true" };
        using var services = new ServiceCollection().AddAzurePorts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
    }
}
