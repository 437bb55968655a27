using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.HandWritten;

/// <summary>Two weeks of <see cref="HandWrittenExtract"/>: full batch, report, delta, report, and the first report once more.</summary>
public sealed class HandWrittenCycle(Store store) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>2019-W13 from the full batch, with the list of children.</summary>
    public JsonElement First { get; private set; }

    /// <summary>2019-W14 from the delta.</summary>
    public JsonElement Second { get; private set; }

    /// <summary>2019-W13 as printed before the delta came.</summary>
    public string FirstText { get; private set; } = string.Empty;

    /// <summary>2019-W13 from the full batch's state of the lake, printed after the delta came.</summary>
    public string FirstTextAgain { get; private set; } = string.Empty;

    /// <summary>The ledger's entries of both batches.</summary>
    public JsonElement Extracts { get; private set; }

    public async Task InitializeAsync()
    {
        await HandWrittenExtract.WriteAsync(_folder.Path);
        await IngestAsync(_folder.Path);
        var first = await WeeklyAsync("2019-W13", "--children");
        (First, FirstText) = (first.Json(), first.Out);

        var delta = _folder.Below("later");
        await HandWrittenExtract.WriteDeltaAsync(delta);
        await IngestAsync(delta);
        Second = (await WeeklyAsync("2019-W14")).Json();
        FirstTextAgain = (await WeeklyAsync("2019-W13", "--children", "--extract", HandWrittenExtract.Full)).Out;
        Extracts = (await store.RunAsync("extracts", "--area", "essex", "--json")).Ended(0).Json();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private async Task IngestAsync(string path) => (await store.RunAsync("ingest", path, "--area", "essex")).Ended(0);

    private async Task<CommandResult> WeeklyAsync(string week, params string[] more) =>
        (await store.RunAsync(["weekly", "--area", "essex", "--week", week, "--json", .. more])).Ended(0);
}
