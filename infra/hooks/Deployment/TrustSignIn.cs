using System.Text.Json;

namespace FamilyHubs.Deployment;

/// <summary>
/// Now that the app has an address and an identity, the registration learns both: readers come back to that address, and the identity stands in
/// for a client secret. Only people to whom a role was assigned can sign in.
/// </summary>
public sealed class TrustSignIn(HookServices services) : IHook
{
    private const string CredentialName = "function-app-identity";

    private static readonly string[] Audiences = ["api://AzureADTokenExchange"];

    public async Task RunAsync(CancellationToken cancel)
    {
        if (services.Environment.Find("SIGN_IN_MANAGED") == "true" || services.Environment.Find("SIGN_IN_CLIENT_ID") is not { } id)
        {
            await services.Output.WriteLineAsync("The app registration is not this deployment's: nothing is changed in it.");
            return;
        }

        var site = services.Environment.Get("SITE_ADDRESS");
        await RunAzAsync(
            "Writing the address into the app registration",
            ["ad", "app", "update", "--id", id, "--web-redirect-uris", $"{site}.auth/login/aad/callback", "--enable-id-token-issuance", "true", "--identifier-uris", $"api://{id}"],
            cancel);
        await TrustIdentityAsync(id, cancel);
        if (!(await services.Commands.RunAsync("az", ["ad", "sp", "show", "--id", id], cancel)).IsDone)
        {
            await RunAzAsync("Making the enterprise application", ["ad", "sp", "create", "--id", id], cancel);
        }

        await RunAzAsync("Asking for a role of every reader", ["ad", "sp", "update", "--id", id, "--set", "appRoleAssignmentRequired=true"], cancel);
        await services.Output.WriteLineAsync("Readers can sign in once a role is assigned to them in the enterprise application.");
    }

    private async Task TrustIdentityAsync(string id, CancellationToken cancel)
    {
        var names = await RunAzAsync(
            "Listing the credentials of the app registration", ["ad", "app", "federated-credential", "list", "--id", id, "--query", "[].name", "--output", "tsv"], cancel);
        if (names.Split('\n', StringSplitOptions.TrimEntries).Contains(CredentialName, StringComparer.Ordinal))
        {
            return;
        }

        var credential = JsonSerializer.Serialize(new
        {
            name = CredentialName,
            issuer = $"https://login.microsoftonline.com/{services.Environment.Get("AZURE_TENANT_ID")}/v2.0",
            subject = services.Environment.Get("IDENTITY_PRINCIPAL_ID"),
            audiences = Audiences,
        });
        using var file = new SecretFile(credential);
        await RunAzAsync("Trusting the identity of the app", ["ad", "app", "federated-credential", "create", "--id", id, "--parameters", $"@{file.Path}"], cancel);
    }

    private async Task<string> RunAzAsync(string doing, string[] arguments, CancellationToken cancel) =>
        (await services.Commands.RunAsync("az", arguments, cancel)).Required(doing);
}
