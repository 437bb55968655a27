using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>The templates under infra/, as tests/tools/bicep-facts.mjs reads them.</summary>
public sealed class Templates : IAsyncLifetime
{
    private Dictionary<string, JsonElement> _files = [];

    /// <summary>Paths below infra/.</summary>
    public IReadOnlyCollection<string> Files => _files.Keys;

    public JsonElement Main => _files["main.bicep"];

    /// <summary>Resources that the templates make; not those that they only name.</summary>
    internal IEnumerable<BicepResource> Resources => _files.SelectMany(file => file.Value.GetProperty("resources").EnumerateArray()
        .Where(r => !r.GetProperty("existing").GetBoolean())
        .Select(r => new BicepResource(file.Key, r)));

    public async Task InitializeAsync() =>
        _files = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await NodeTools.RunAsync("bicep-facts.mjs", Repository.At("infra")))!;

    public Task DisposeAsync() => Task.CompletedTask;

    public JsonElement File(string path) => _files[path];

    internal IReadOnlyList<BicepResource> OfType(string type) => [.. Resources.Where(r => r.Type == type)];

    internal BicepResource Named(string file, string symbol) => Resources.Single(r => r.File == file && r.Symbol == symbol);
}
