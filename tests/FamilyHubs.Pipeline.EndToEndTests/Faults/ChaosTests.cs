using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>What the sample generator spoilt is what quarantine holds: no fault is missed, no sound row is refused.</summary>
[Collection(SharedStore.Name)]
public sealed class ChaosTests(Store store)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Quarantine_AfterChaos_HoldsExactlyThePlantedFaults(int seed)
    {
        using var folder = new TemporaryFolder();
        var area = $"chaos-{seed}";
        await store.AddAreaAsync(area);
        (await Command.RunAsync("generate", "--area", "essex", "--children", "250", "--seed", $"{seed}", "--chaos", "--out", folder.Path)).Ended(0);
        (await store.RunAsync("ingest", Path.Combine(folder.Path, "landing", "essex"), "--area", area)).Ended(0);

        using var planted = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "planted-faults.json")));
        var expected = planted.RootElement.EnumerateArray().Select(Row).Order(StringComparer.Ordinal).ToArray();
        var quarantine = (await store.RunAsync("quarantine", "list", "--area", area, "--json")).Ended(0).Json();

        Assert.True(expected.Length >= 10, $"Only {expected.Length} faults were planted.");
        Assert.Equal(expected, quarantine.GetProperty("rows").EnumerateArray().Select(Row).Order(StringComparer.Ordinal));
        Assert.Empty(quarantine.GetProperty("batches").EnumerateArray());
        var kinds = expected.Select(e => e.Split('|')[^1]).Distinct().Count();
        Assert.True(kinds >= 5, $"Only {kinds} kinds of fault were planted.");

        static string Row(JsonElement row) => string.Join(
            '|', new[] { "extract", "table", "line", "column", "reason" }.Select(name => row.TryGetProperty(name, out var cell) ? cell.ToString() : string.Empty));
    }
}
