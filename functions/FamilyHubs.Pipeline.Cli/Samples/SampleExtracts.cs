using System.Text.Json;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Cli.Samples.Writers;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>
/// Writes sample SystmOne extracts, reference files and returns of an area (extracts.md 1, 2, 5). The people are made up; the same options,
/// profile and contracts give the same bytes. Memory does not grow with the number of people: each batch makes the families anew.
/// </summary>
public static class SampleExtracts
{
    /// <summary>Name of the list of planted faults in the output folder.</summary>
    public const string FaultsFile = "planted-faults.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, or the profile is of another area.</exception>
    public static async Task<SampleResult> WriteAsync(
        SampleOptions options, Profile profile, ContractCatalog contracts, IProgress<SampleProgress>? progress, CancellationToken cancel)
    {
        options.Check();
        if (!string.Equals(options.Area, profile.Area, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The profile is of the area {profile.Area}, not of {options.Area}: give the area of the profile.", nameof(options));
        }

        var area = new SampleArea(profile, options);
        var landing = Path.Combine(options.Out, "landing", profile.Area);
        var returns = Directory.CreateDirectory(Path.Combine(landing, "returns")).FullName;
        var writer = new BatchWriter(area, new Population(area), contracts, new OptionBook(profile));
        var windows = BatchWindow.Of(options);
        List<SampleBatch> batches = [];
        List<PlantedFault> planted = [];
        await using var estart = new EstartWriter(Path.Combine(returns, EstartWriter.FileName));
        foreach (var window in windows)
        {
            var random = Prng.Of(options.Seed, "faults:" + window.Extract);
            var faults = options.Chaos ? new FaultPlanter(window.Extract, random, (byte)profile.Extract.Qualifier[0]) : null;
            void Report(int children, long rows) =>
                progress?.Report(new SampleProgress(window.Extract, batches.Count + 1, windows.Count, children, options.Children, rows));
            batches.Add(await writer.WriteAsync(
                window, Path.Combine(landing, window.Extract), faults, window.IsDelta ? null : estart.AddAsync, Report, cancel));
            planted.AddRange(faults?.Planted ?? []);
        }

        if (options.Chaos)
        {
            await using var file = File.Create(Path.Combine(options.Out, FaultsFile));
            await JsonSerializer.SerializeAsync(file, planted, Json, cancel);
        }

        var references = await ReferenceWriter.WriteAsync(area, staffing: null, Directory.CreateDirectory(Path.Combine(landing, "reference")).FullName, cancel);
        var figures = await ReturnsWriter.WriteAsync(area, returns, cancel);
        return new SampleResult(batches, references, [.. figures, Path.Combine(returns, EstartWriter.FileName)], planted.Count);
    }
}
