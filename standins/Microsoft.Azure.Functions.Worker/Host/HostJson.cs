using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>
/// <c>host.json</c>, each value overridable by a setting <c>AzureFunctionsJobHost__path__to__value</c> as in the real host.
/// </summary>
internal sealed class HostJson(IHostEnvironment environment, IConfiguration configuration)
{
    private const string FileName = "host.json";
    private readonly IConfiguration _values = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(environment.ContentRootPath, FileName), optional: true, reloadOnChange: false)
        .AddConfiguration(configuration.GetSection("AzureFunctionsJobHost"))
        .Build();

    /// <summary>First part of each route of a function, without slashes; may be empty.</summary>
    internal string RoutePrefix => (_values["extensions:http:routePrefix"] ?? "api").Trim('/');

    /// <summary>Runs of blob functions at the same time, over the whole app.</summary>
    internal int BlobParallelism => Positive("extensions:blobs:maxDegreeOfParallelism", 8 * Environment.ProcessorCount);

    /// <summary>Tries before a blob is poison.</summary>
    internal int BlobTries => Positive("extensions:blobs:poisonBlobThreshold", 5);

    /// <summary>The levels of <c>logging.logLevel</c> as configuration keys of .NET logging.</summary>
    internal static Dictionary<string, string?> LogLevels(string folder) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false).Build()
            .GetSection("logging:logLevel").GetChildren()
            .ToDictionary(level => $"Logging:LogLevel:{level.Key}", level => level.Value, StringComparer.OrdinalIgnoreCase);

    private int Positive(string path, int otherwise)
    {
        var value = _values.GetValue(path, otherwise);
        return value > 0
            ? value
            : throw new HostStartException($"{FileName}: {path.Replace(':', '.')} is {value}; it must be at least 1.");
    }
}
