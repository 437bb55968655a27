using System.Globalization;
using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.Azure.Mailing;

/// <summary>Checks the mail settings with a sentence for each fault.</summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private const int MaxTimeoutSeconds = 300;

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            yield return "The setting Mail__ApiKey is empty. Give a SendGrid key with the right Mail Send.";
        else if (options.ApiKey.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase))
            yield return "The Key Vault reference of the setting Mail__ApiKey was not resolved. Check the secret's address and that the app's identity may read it.";

        if (options.Region is not (MailOptions.GlobalRegion or MailOptions.EuRegion))
            yield return "The setting Mail__Region must be global or eu.";

        if (options.TimeoutSeconds is < 1 or > MaxTimeoutSeconds)
            yield return string.Create(CultureInfo.InvariantCulture, $"The setting Mail__TimeoutSeconds must be from 1 to {MaxTimeoutSeconds}.");

        var host = HostOf(options.Host);
        if (!string.IsNullOrEmpty(options.Host) && (host is null || !options.Host.EndsWith('/')))
            yield return "The setting Mail__Host must be an https address that ends in a slash (http only for this machine).";

        var recipients = new AllowedRecipients(options.AllowedRecipients);
        if (!recipients.IsValid)
            yield return "The setting Mail__AllowedRecipients must be addresses (name@example.org) or domains (@example.org), parted by semicolons.";
        else if (recipients.IsEveryone && !options.Production && !options.Sandbox && host is not { IsLoopback: true })
            yield return "Outside production, mail goes to nobody by mistake: set Mail__AllowedRecipients to the addresses of testers, or Mail__Sandbox to true.";
    }

    private static Uri? HostOf(string? host) =>
        Uri.TryCreate(host, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;
}
