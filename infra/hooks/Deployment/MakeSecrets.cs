using System.Security.Cryptography;
using System.Text.Json;

namespace FamilyHubs.Deployment;

/// <summary>
/// Makes the secrets that are not in the vault. The HMAC key is random and is made once: with another, nothing that was hashed before could
/// be matched. The mail key is taken from MAIL_API_KEY; without it the app starts and says of each mail that it was not accepted.
/// </summary>
public sealed class MakeSecrets(HookServices services) : IHook
{
    private const int KeyBytes = 32;
    private const int MailKeyDays = 365;
    private const string ApiVersion = "2025-05-01";
    private const string NoMailKey = "not-set";

    public async Task RunAsync(CancellationToken cancel)
    {
        var vault = services.Environment.Get("KEY_VAULT_NAME");
        var version = services.Environment.Find("PERSON_KEY_VERSION") ?? "k1";
        var hasPersonKey = await ExistsAsync(vault, $"person-key-{version}", cancel);
        var hasMailKey = await ExistsAsync(vault, "mail-api-key", cancel);
        var given = services.Environment.Find("MAIL_API_KEY");
        if (!hasPersonKey || !hasMailKey || given is not null)
        {
            await DeployAsync(vault, version, hasMailKey && given is null ? string.Empty : given ?? NoMailKey, hasPersonKey ? string.Empty : NewKey(), cancel);
        }

        await RefreshAsync(cancel);
        await services.Output.WriteLineAsync(given is null && !hasMailKey
            ? "Secrets are there, but the mail key is a placeholder: azd env set MAIL_API_KEY KEY, azd hooks run postprovision, then azd env set MAIL_API_KEY \"\""
            : "Secrets are there.");
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    private string ResourceUrl(string path) =>
        $"/subscriptions/{services.Environment.Get("AZURE_SUBSCRIPTION_ID")}/resourceGroups/{services.Environment.Get("RESOURCE_GROUP")}/providers/{path}?api-version={ApiVersion}";

    /// <summary>Asks the control plane, which tells that a secret is there and never what it is.</summary>
    private async Task<bool> ExistsAsync(string vault, string secret, CancellationToken cancel)
    {
        var answer = await services.Commands.RunAsync(
            "az", ["rest", "--method", "get", "--url", ResourceUrl($"Microsoft.KeyVault/vaults/{vault}/secrets/{secret}"), "--output", "none"], cancel);
        if (answer.IsDone)
        {
            return true;
        }

        // Anything but a clear "not found" must not lead to a new key.
        return answer.Error.Contains("NotFound", StringComparison.OrdinalIgnoreCase)
            ? false
            : throw new HookException($"Whether the secret {secret} is there could not be found out: {answer.Error.Trim()}");
    }

    private async Task DeployAsync(string vault, string version, string mailKey, string personKey, CancellationToken cancel)
    {
        var parameters = JsonSerializer.Serialize(new
        {
            vaultName = new { value = vault },
            mailApiKey = new { value = mailKey },
            mailApiKeyExpires = new { value = services.Time.GetUtcNow().AddDays(MailKeyDays).ToUnixTimeSeconds() },
            personKey = new { value = personKey },
            personKeyVersion = new { value = version },
        });
        using var file = new SecretFile($$"""{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{{parameters}}}""");
        (await services.Commands.RunAsync(
            "az",
            [
                "deployment", "group", "create", "--name", "secrets", "--resource-group", services.Environment.Get("RESOURCE_GROUP"),
                "--template-file", services.PathOf("infra", "secrets.bicep"), "--parameters", $"@{file.Path}", "--output", "none",
            ],
            cancel)).Required("Writing the secrets");
    }

    /// <summary>The app asks for its Key Vault references once a day; it is told to ask now.</summary>
    private async Task RefreshAsync(CancellationToken cancel) => (await services.Commands.RunAsync(
        "az",
        [
            "rest", "--method", "post", "--output", "none", "--url",
            ResourceUrl($"Microsoft.Web/sites/{services.Environment.Get("FUNCTION_APP_NAME")}/config/configreferences/appsettings/refresh").Replace(ApiVersion, "2024-11-01", StringComparison.Ordinal),
        ],
        cancel)).Required("Refreshing the references to the vault");
}
