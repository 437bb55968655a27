using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
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
    private const string EntryFile = "entry.json";

    /// <summary>Ingests what lies in landing: reference files if there are any, then the batch.</summary>
    public static async Task<int> IngestAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var entry = await IngestAsync(services, root, await ProfileAsync(cancel), extract, cancel);
        await File.WriteAllTextAsync(Path.Combine(root, EntryFile), JsonSerializer.Serialize(entry, PipelineJson.Compact), cancel);
        Print(entry.Tables.Sum(t => t.Total));
        return 0;
    }

    /// <summary>Ingests a batch after the one whose entry lies in the folder.</summary>
    public static async Task<int> DeltaAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var ledger = services.GetRequiredService<ExtractLedger>();
        var before = await EntryAsync(root, cancel);
        var claim = (await ledger.ClaimAsync(before.Area, before.Extract, cancel))!;
        await ledger.FinishAsync(before with { ETag = claim.ETag }, cancel);
        var entry = await IngestAsync(services, root, await ProfileAsync(cancel), extract, cancel);
        Print(entry.Tables.Sum(t => t.Total));
        return 0;
    }

    /// <summary>The weekly report of 2019-W13 from the lake, cold. Writes the figures that the peer computes too.</summary>
    public static async Task<int> WeeklyAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var pins = (await EntryAsync(root, cancel)).Pins;
        return await WeeklyAsync(services.GetRequiredService<LakeStore>().Open(Landed.Area, extract, pins), root, cancel);
    }

    /// <summary>Both in one process.</summary>
    public static async Task<int> ZipToWeeklyAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var entry = await IngestAsync(services, root, await ProfileAsync(cancel), extract, cancel);
        return await WeeklyAsync(services.GetRequiredService<LakeStore>().Open(Landed.Area, extract, entry.Pins), root, cancel);
    }

    /// <summary>The figures of March 2019 from the lake, cold, with the trend of each KPI.</summary>
    public static async Task<int> MonthlyAsync(string root, string extract, CancellationToken cancel)
    {
        await using var services = Services(root);
        var tables = services.GetRequiredService<LakeStore>().Open(Landed.Area, extract, (await EntryAsync(root, cancel)).Pins);
        var month = await MonthlyReportBuilder.BuildAsync(await ProfileAsync(cancel), tables, Month.Parse("2019-03"), new MonthlyOptions(), cancel);
        Print(month.Report.Kpis.Count);
        return 0;
    }

    /// <summary>The share of one worker in many areas: each ingested and its week computed.</summary>
    /// <param name="root">Folder of the store.</param>
    /// <param name="share">Number of the worker, workers and areas, divided by commas.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<int> AreasAsync(string root, string share, CancellationToken cancel)
    {
        var numbers = share.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        await using var services = Services(root);
        var profile = await ProfileAsync(cancel);
        var figures = 0;
        for (var area = numbers[0]; area < numbers[2]; area += numbers[1])
        {
            var own = profile with { Area = AreaName(area) };
            var entry = await IngestAsync(services, root, own, CompareBenchmark.Extract, cancel);
            var tables = services.GetRequiredService<LakeStore>().Open(own.Area, entry.Extract, entry.Pins);
            figures += (await ReportAsync(own, tables, cancel)).Groups.Count;
        }

        Print(figures);
        return 0;
    }

    /// <summary>Name of the nth of many areas.</summary>
    public static string AreaName(int number) => FormattableString.Invariant($"area{number:000}");

    private static async Task<ExtractEntry> IngestAsync(ServiceProvider services, string root, Profile profile, string extract, CancellationToken cancel)
    {
        var reference = Path.Combine(root, Containers.Landing, profile.Area, "reference");
        string[] files = Directory.Exists(reference) ? Directory.GetFiles(reference) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            Check(await services.GetRequiredService<IngestFile>().RunAsync(profile, $"reference/{Path.GetFileName(file)}", cancel));
        }

        return Check(await services.GetRequiredService<IngestBatch>().RunAsync(profile, extract, force: false, progress: null, cancel));
    }

    private static ExtractEntry Check(IngestOutcome outcome) =>
        outcome.IsDone ? outcome.Entry : throw new InvalidOperationException($"Refused: {outcome.Entry.Reason}: {outcome.Entry.Message}");

    private static async Task<int> WeeklyAsync(IExtractTables tables, string root, CancellationToken cancel)
    {
        var report = await ReportAsync(await ProfileAsync(cancel), tables, cancel);
        string[] groups = [.. report.Groups.Where(g => g.Level == "district" && g.Memberships > 0).Select(g => $"{g.Code} {g.Group} {g.Memberships}").Order(StringComparer.Ordinal)];
        string[] sets = [.. report.Combinations.Where(c => c.Level == "area").Select(c => $"{string.Join('|', c.Groups)} {c.Children}").Order(StringComparer.Ordinal)];
        await File.WriteAllTextAsync(Path.Combine(root, "weekly.txt"), string.Join('\n', groups.Concat(sets)) + "\n", cancel);
        Print(groups.Length + sets.Length);
        return 0;
    }

    private static Task<WeeklyReport> ReportAsync(Profile profile, IExtractTables tables, CancellationToken cancel) => WeeklyReportBuilder.BuildAsync(
        profile, tables, IsoWeek.Parse("2019-W13"), previousWeek: null, new WeeklyOptions(ChildList: false, AllCombinations: false), cancel);

    private static async Task<ExtractEntry> EntryAsync(string root, CancellationToken cancel) =>
        JsonSerializer.Deserialize<ExtractEntry>(await File.ReadAllTextAsync(Path.Combine(root, EntryFile), cancel), PipelineJson.Compact)!;

    private static ServiceProvider Services(string root) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IBlobs>(new FolderBlobs(root))
        .AddSingleton<ITables>(new InMemoryTables())
        .AddSingleton<IMailer>(new InMemoryMailer())
        .AddSingleton<IColumnFiles, ParquetColumnFiles>()
        .AddSingleton<IPersonKeySource, FixedKey>()
        .AddPipeline(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    private static async Task<Profile> ProfileAsync(CancellationToken cancel) => (await ProfileCatalog.Shipped.FindAsync(Landed.Area, cancel))!.Profile!;

    private static void Print(long rows)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Measured(rows, process.TotalProcessorTime.TotalSeconds, PeakMemory.Mebibytes), Measured.Json));
    }
}
