namespace FamilyHubs.Deployment;

/// <summary>
/// The app registration by which readers sign in, with the app roles of infra/app-roles.json. Who may not make registrations gives the client id
/// of one that the directory's administrators have made: <c>azd env set SIGN_IN_CLIENT_ID …</c> and <c>azd env set SIGN_IN_MANAGED true</c>.
/// </summary>
public sealed class RegisterSignIn(HookServices services) : IHook
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (services.Environment.Find("SIGN_IN_MANAGED") == "true")
        {
            await services.Output.WriteLineAsync("The app registration is managed by others; its roles must be those of infra/app-roles.json.");
            return;
        }

        var roles = $"@{services.PathOf("infra", "app-roles.json")}";
        if (services.Environment.Find("SIGN_IN_CLIENT_ID") is { } known)
        {
            (await services.Commands.RunAsync("az", ["ad", "app", "update", "--id", known, "--app-roles", roles], cancel)).Required("Updating the app roles");
            return;
        }

        var name = $"FamilyHubs.Pipeline {services.Environment.Get("AZURE_ENV_NAME")}";
        var id = (await services.Commands.RunAsync(
            "az",
            ["ad", "app", "create", "--display-name", name, "--sign-in-audience", "AzureADMyOrg", "--app-roles", roles, "--query", "appId", "--output", "tsv"],
            cancel)).Required("Making the app registration (or give one: azd env set SIGN_IN_CLIENT_ID ID, azd env set SIGN_IN_MANAGED true)");
        await services.Environment.SetAsync("SIGN_IN_CLIENT_ID", id, cancel);
        await services.Output.WriteLineAsync($"The app registration {name} is made.");
    }
}
