using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>
/// <c>host.json</c>, each value overridable by a setting <c>AzureFunctionsJobHost__path__to__value</c> as in the real host.
/// </summary>
internal sealed class HostJson(IHostEnvironment environment, IConfiguration configuration)
{
    private const string FileName = "host.json";
    private readonly IConfiguration _file = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(environment.ContentRootPath, FileName), optional: true, reloadOnChange: false)
        .Build();

    /// <summary>First part of each route of a function, without slashes; may be empty.</summary>
    internal string RoutePrefix => (Value("extensions:http:routePrefix") ?? "api").Trim('/');

    /// <summary>Runs of blob functions at the same time, over the whole app.</summary>
    internal int BlobParallelism => Positive("extensions:blobs:maxDegreeOfParallelism", 8 * Environment.ProcessorCount);

    /// <summary>Tries before a blob is poison.</summary>
    internal int BlobTries => Positive("extensions:blobs:poisonBlobThreshold", 5);

    /// <summary>The levels of <c>logging.logLevel</c> as configuration keys of .NET logging.</summary>
    internal static Dictionary<string, string?> LogLevels(string folder) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false).Build()
            .GetSection("logging:logLevel").GetChildren()
            .ToDictionary(level => $"Logging:LogLevel:{level.Key}", level => level.Value, StringComparer.OrdinalIgnoreCase);

    // An empty setting counts: it is how the route prefix is switched off.
    private string? Value(string path) => configuration[$"AzureFunctionsJobHost:{path}"] ?? _file[path];

    private int Positive(string path, int otherwise)
    {
        if (Value(path) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new HostStartException($"{FileName}: {path.Replace(':', '.')} is '{text}'; it must be a number of at least 1.");
    }
}
