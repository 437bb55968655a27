using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Readers;

/// <summary>Sample extracts of 300 children of Essex, a full batch and two deltas, ingested; the reports of both weeks, mailed.</summary>
public sealed class SampleCycle : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Store Store { get; } = new();

    /// <summary>Folder of the area's files as they came in.</summary>
    public string Landing => Path.Combine(_folder.Path, "landing", "essex");

    /// <summary>The lake, copied out of storage: a folder a table.</summary>
    public string Lake => _folder.Below("lake");

    /// <summary>Ledger entries of the three batches, in time order.</summary>
    public IReadOnlyList<JsonElement> Batches { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        (await Store.RunAsync(
            "generate", "--area", "essex", "--children", "300", "--from", "2019-03-18", "--to", "2019-04-01", "--out", _folder.Path)).Ended(0);
        (await Store.RunAsync("ingest", Landing, "--area", "essex")).Ended(0);
        foreach (var week in new[] { "2019-W12", "2019-W13" })
        {
            (await Store.RunAsync("weekly", "--area", "essex", "--week", week, "--send")).Ended(0);
        }

        await Store.SaveAsync("lake", "essex/", Lake);
        Batches =
        [
            .. (await Store.RunAsync("extracts", "--area", "essex", "--json")).Ended(0).Json().EnumerateArray()
                .Where(e => !e.GetProperty("extract").GetString()!.Contains('/', StringComparison.Ordinal)),
        ];
    }

    public Task DisposeAsync() => Store.DisposeAsync();

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Path of a file for a test's own use.</summary>
    internal string FileFor(string name) => Path.Combine(_folder.Path, name);
}
