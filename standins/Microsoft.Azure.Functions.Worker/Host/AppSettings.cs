using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Replaces <c>%Setting%</c> in the texts of trigger attributes by the app setting of that name.</summary>
internal sealed partial class AppSettings(IConfiguration configuration)
{
    /// <exception cref="HostStartException">A setting is missing or empty.</exception>
    internal string Resolve(string text, string functionName) =>
        Reference().Replace(text, match => configuration[match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value
            ? value
            : throw new HostStartException($"Function '{functionName}': the setting {match.Value} has no value; add it to the app settings."));

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
