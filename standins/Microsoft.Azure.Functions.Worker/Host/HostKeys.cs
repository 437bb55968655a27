using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>
/// Keys of HTTP functions and of the admin address. As with Core Tools nothing is asked for on one machine, unless the settings
/// <c>AzureFunctionsJobHost__functionKey</c> or <c>AzureFunctionsJobHost__masterKey</c> give a key.
/// </summary>
internal sealed class HostKeys(IConfiguration configuration)
{
    private readonly string? _function = configuration["AzureFunctionsJobHost:functionKey"];
    private readonly string? _master = configuration["AzureFunctionsJobHost:masterKey"];

    /// <summary>Whether the request carries the function key or the master key, or neither is set.</summary>
    internal bool AllowsFunction(HttpRequest request) =>
        _function is null && _master is null || Same(Given(request), _function) || Same(Given(request), _master);

    /// <summary>Whether the request carries the master key, or none is set.</summary>
    internal bool AllowsAdmin(HttpRequest request) => _master is null || Same(Given(request), _master);

    private static string? Given(HttpRequest request) =>
        request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString()
        : request.Query.TryGetValue("code", out var code) ? code.ToString()
        : null;

    private static bool Same(string? given, string? key) =>
        given is not null && key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
