using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The name under which the host keeps its state in storage.</summary>
/// <remarks>The real host derives it from the site's name, on one machine from the machine's; both obey the setting.</remarks>
internal sealed class HostIdentity(IConfiguration configuration, IHostEnvironment environment)
{
    private const int MaximumLength = 32;

    /// <summary>Setting <c>AzureFunctionsWebHost__hostid</c>, else the app's name in lower case; at most 32 characters.</summary>
    internal string Id { get; } = Shorten(
        configuration["AzureFunctionsWebHost:hostid"] ?? environment.ApplicationName.Replace('.', '-').ToLowerInvariant());

    private static string Shorten(string id) => (id.Length > MaximumLength ? id[..MaximumLength] : id).TrimEnd('-');
}
