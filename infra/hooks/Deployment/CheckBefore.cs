using System.Globalization;

namespace FamilyHubs.Deployment;

/// <summary>
/// Before anything is made: the tools, the sign-in, the resource providers (Flex Consumption needs Microsoft.App, which no tool registers by itself)
/// and the settings without which a deployment fails half an hour later. Fixes the first month of the budget, which may never change.
/// </summary>
public sealed class CheckBefore(HookServices services) : IHook
{
    private const int LongestEnvironmentName = 12;

    public static IReadOnlyList<string> Providers { get; } =
    [
        "Microsoft.App",
        "Microsoft.Web",
        "Microsoft.Storage",
        "Microsoft.KeyVault",
        "Microsoft.EventGrid",
        "Microsoft.Insights",
        "Microsoft.OperationalInsights",
        "Microsoft.ManagedIdentity",
        "Microsoft.Network",
        "Microsoft.Consumption",
        "Microsoft.Security",
    ];

    public async Task RunAsync(CancellationToken cancel)
    {
        (await services.Commands.RunAsync("az", ["account", "show", "--query", "id", "--output", "tsv"], cancel))
            .Required("Asking who is signed in (az login)");
        var name = services.Environment.Get("AZURE_ENV_NAME");
        if (name.Length > LongestEnvironmentName || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            throw new HookException(
                $"The environment is named {name}: at most {LongestEnvironmentName} small letters and digits, so that every name fits. Make another: azd env new prod");
        }

        if (services.Environment.Find("OPERATIONS_EMAIL") is null)
        {
            throw new HookException("Who is told of alerts? azd env set OPERATIONS_EMAIL operations@example.nhs.uk");
        }

        foreach (var provider in Providers)
        {
            await RegisterAsync(provider, cancel);
        }

        if (services.Environment.Find("BUDGET_START") is null)
        {
            var today = services.Time.GetUtcNow();
            await services.Environment.SetAsync("BUDGET_START", today.ToString("yyyy-MM-01", CultureInfo.InvariantCulture), cancel);
        }

        await services.Output.WriteLineAsync("Tools, sign-in, resource providers and settings are there.");
    }

    private async Task RegisterAsync(string provider, CancellationToken cancel)
    {
        var state = (await services.Commands.RunAsync(
            "az", ["provider", "show", "--namespace", provider, "--query", "registrationState", "--output", "tsv"], cancel)).Required($"Asking for the provider {provider}");
        if (state != "Registered")
        {
            await services.Output.WriteLineAsync($"Registering the resource provider {provider}; this takes a minute.");
            (await services.Commands.RunAsync("az", ["provider", "register", "--namespace", provider, "--wait"], cancel)).Required($"Registering the provider {provider}");
        }
    }
}
