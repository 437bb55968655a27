using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>
/// <c>local.settings.json</c>: Core Tools gives its <c>Values</c> to the host as environment variables, unless the environment has them.
/// </summary>
internal static class LocalSettings
{
    private const string FileName = "local.settings.json";

    /// <summary>The values as configuration keys (<c>__</c> is read as <c>:</c>), and <c>Host.LocalHttpPort</c> as <c>LocalHttpPort</c>.</summary>
    /// <exception cref="HostStartException">The file is not JSON of the expected form.</exception>
    internal static Dictionary<string, string?> Read(string folder)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return settings;
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
                throw new HostStartException($"{FileName} is encrypted, which this host cannot read; decrypt it with 'func settings decrypt'.");
            if (document.RootElement.TryGetProperty("Values", out var values))
            {
                foreach (var value in values.EnumerateObject())
                    settings[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ToString();
            }
            if (document.RootElement.TryGetProperty("Host", out var host) && host.TryGetProperty("LocalHttpPort", out var port))
                settings["LocalHttpPort"] = port.ToString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException and not HostStartException)
        {
            throw new HostStartException($"{FileName} is not a JSON object with an object 'Values'.", e);
        }
        return settings;
    }
}
