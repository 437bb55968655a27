using System.Diagnostics;
using System.Text.Json;
using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Testing;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>What is measured, in a process of its own: the use cases as the product has them, on files. Prints one line of JSON.</summary>
internal static class ChildTask
{
    private const string Area = "essex";
    private const string PinsFile = "pins.json";

    /// <summary>Ingests what lies in landing: <c>reference/postcodes.csv</c> if there, then the batch.</summary>
    public static async Task<int> IngestAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var profile = await ProfileAsync(cancel);
        var file = File.Exists(Path.Combine(root, Containers.Landing, Area, "reference", "postcodes.csv"))
            ? await services.GetRequiredService<IngestFile>().RunAsync(profile, "reference/postcodes.csv", cancel)
            : null;
        var outcome = await services.GetRequiredService<IngestBatch>().RunAsync(profile, extract, force: false, progress: null, cancel);
        if (!outcome.IsDone || file is { IsDone: false })
        {
            throw new InvalidOperationException($"Refused: {outcome.Entry.Reason}: {outcome.Entry.Message}");
        }

        await File.WriteAllTextAsync(Path.Combine(root, PinsFile), JsonSerializer.Serialize(outcome.Entry.Pins), cancel);
        Print(outcome.Entry.Tables.Sum(t => t.Total));
        return 0;
    }

    /// <summary>The weekly report of 2019-W13 from the lake, cold. Writes the figures that the peer computes too.</summary>
    public static async Task<int> WeeklyAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var pins = JsonSerializer.Deserialize<Dictionary<string, long>>(await File.ReadAllTextAsync(Path.Combine(root, PinsFile), cancel))!;
        var report = await WeeklyReportBuilder.BuildAsync(
            await ProfileAsync(cancel),
            services.GetRequiredService<LakeStore>().Open(Area, extract, pins),
            IsoWeek.Parse("2019-W13"),
            previousWeek: null,
            new WeeklyOptions(ChildList: false, AllCombinations: false),
            cancel);
        string[] groups = [.. report.Groups.Where(g => g.Level == "district" && g.Memberships > 0).Select(g => $"{g.Code} {g.Group} {g.Memberships}").Order(StringComparer.Ordinal)];
        string[] sets = [.. report.Combinations.Where(c => c.Level == "area").Select(c => $"{string.Join('|', c.Groups)} {c.Children}").Order(StringComparer.Ordinal)];
        await File.WriteAllTextAsync(Path.Combine(root, "weekly.txt"), string.Join('\n', groups.Concat(sets)) + "\n", cancel);
        Print(groups.Length + sets.Length);
        return 0;
    }

    private static ServiceProvider Services(string root) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IBlobs>(new FolderBlobs(root))
        .AddSingleton<ITables>(new InMemoryTables())
        .AddSingleton<IMailer>(new InMemoryMailer())
        .AddSingleton<IColumnFiles, ParquetColumnFiles>()
        .AddSingleton<IPersonKeySource, FixedKey>()
        .AddPipeline(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    private static async Task<Profile> ProfileAsync(CancellationToken cancel) => (await ProfileCatalog.Shipped.FindAsync(Area, cancel))!.Profile!;

    private static void Print(long rows)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Measured(rows, process.TotalProcessorTime.TotalSeconds, PeakMemory.Mebibytes), Measured.Json));
    }
}
