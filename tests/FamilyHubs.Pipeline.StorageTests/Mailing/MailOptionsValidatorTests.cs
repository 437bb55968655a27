using FamilyHubs.Pipeline.Azure.Mailing;

namespace FamilyHubs.Pipeline.StorageTests.Mailing;

public sealed class MailOptionsValidatorTests
{
    [Fact]
    public void Validate_ProductionWithKey_IsRight() => AssertFault(null, _ => { });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)")]
    public void Validate_KeyMissingOrUnresolved_IsRefused(string key) => AssertFault("Mail__ApiKey", options => options.ApiKey = key);

    [Theory]
    [InlineData("US")]
    [InlineData("")]
    public void Validate_UnknownRegion_IsRefused(string region) => AssertFault("Mail__Region", options => options.Region = region);

    [Theory]
    [InlineData("https://mail.example.org")]
    [InlineData("http://mail.example.org/")]
    [InlineData("mail.example.org/")]
    [InlineData("ftp://localhost/")]
    public void Validate_HostWithoutSlashOrInTheClear_IsRefused(string host) => AssertFault("Mail__Host", options => options.Host = host);

    [Theory]
    [InlineData("https://mail.example.org/path/")]
    [InlineData("http://127.0.0.1:8025/")]
    public void Validate_Host_IsRight(string host) => AssertFault(null, options => options.Host = host);

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void Validate_Timeout_IsRefused(int seconds) => AssertFault("Mail__TimeoutSeconds", options => options.TimeoutSeconds = seconds);

    [Theory]
    [InlineData("example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@")]
    [InlineData("@")]
    public void Validate_AllowedRecipients_AreRefused(string list) => AssertFault("Mail__AllowedRecipients", options => options.AllowedRecipients = list);

    [Fact]
    public void Validate_OutsideProduction_WantsAListOrTheSandboxOrThisMachine()
    {
        AssertFault("Outside production", options => options.Production = false);
        AssertFault(null, options => (options.Production, options.Sandbox) = (false, true));
        AssertFault(null, options => (options.Production, options.AllowedRecipients) = (false, "a@example.org;@test.example.org"));
        AssertFault(null, options => (options.Production, options.Host) = (false, "http://localhost:8025/"));
    }

    private static void AssertFault(string? named, Action<MailOptions> change)
    {
        var options = new MailOptions { ApiKey = "SG.key", Production = true };
        change(options);

        var result = new MailOptionsValidator().Validate(null, options);

        if (named is null) Assert.True(result.Succeeded, result.FailureMessage);
        else Assert.Contains(named, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }
}
