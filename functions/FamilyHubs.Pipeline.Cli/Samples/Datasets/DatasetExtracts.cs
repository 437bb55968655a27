using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Cli.Samples.Writers;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Writes a back-test set in the layout of <c>landing</c>: reference files, batches, returns. The same set gives the same bytes.</summary>
internal static class DatasetExtracts
{
    /// <param name="folder">Folder that gets <c>landing/{area}/…</c>.</param>
    /// <exception cref="ArgumentException">The profile is of another area, or the folder holds batches of something else.</exception>
    public static async Task<SampleResult> WriteAsync(
        Dataset dataset, Profile profile, ContractCatalog contracts, string folder, ListStyle lists, CancellationToken cancel)
    {
        if (profile.Area != dataset.Area)
        {
            throw new ArgumentException($"The data set {dataset.Name} is of the area {dataset.Area}: the profile is of {profile.Area}.");
        }

        var area = new SampleArea(profile, dataset.Options(folder, lists));
        var landing = Path.Combine(folder, "landing", profile.Area);
        var windows = BatchWindow.Of(area.Options);
        RefuseOthers(landing, windows);
        var writer = new BatchWriter(area, new DatasetPopulation(dataset, area), contracts, new OptionBook(profile));
        List<SampleBatch> batches = [];
        foreach (var window in windows)
        {
            batches.Add(await writer.WriteAsync(window, Path.Combine(landing, window.Extract), faults: null, visit: null, (_, _) => { }, cancel));
        }

        var references = await ReferenceWriter.WriteAsync(
            area, dataset.Staffing, Directory.CreateDirectory(Path.Combine(landing, "reference")).FullName, cancel);
        var returns = await DatasetReturns.WriteAsync(dataset, area, Path.Combine(landing, "returns"), cancel);
        return new SampleResult(batches, references, returns, PlantedFaults: 0);
    }

    /// <summary>Batches of another set or sample beside these would change every figure.</summary>
    private static void RefuseOthers(string landing, IReadOnlyList<BatchWindow> windows)
    {
        var other = Directory.Exists(landing)
            ? Directory.GetDirectories(landing, "????????_????").Select(Path.GetFileName).FirstOrDefault(name => windows.All(window => window.Extract != name))
            : null;
        if (other is not null)
        {
            throw new ArgumentException($"{landing} holds the batch {other}, which is not of this data set: give another folder with --out.");
        }
    }
}
