using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Datasets;

/// <summary>A back-test set written, ingested into a store of its own, and its months computed, all by the command line.</summary>
internal static class DatasetCycle
{
    /// <returns>The monthly documents, in the order of the months.</returns>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string dataset, string area, params string[] months)
    {
        using var folder = new TemporaryFolder();
        using var store = new Store();
        await store.InitializeAsync();
        try
        {
            (await store.RunAsync("generate", "--dataset", dataset, "--out", folder.Path)).Ended(0);
            (await store.RunAsync("ingest", Path.Combine(folder.Path, "landing", area), "--area", area)).Ended(0);
            var refused = (await store.RunAsync("quarantine", "list", "--area", area, "--json")).Ended(0).Json();
            Assert.Empty(refused.GetProperty("rows").EnumerateArray());
            List<JsonElement> reports = [];
            foreach (var month in months)
            {
                reports.Add((await store.RunAsync("monthly", "--area", area, "--month", month, "--json")).Ended(0).Json());
            }

            return reports;
        }
        finally
        {
            await store.DisposeAsync();
        }
    }
}
