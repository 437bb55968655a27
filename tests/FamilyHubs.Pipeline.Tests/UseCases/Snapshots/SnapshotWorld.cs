using System.Security.Cryptography;
using System.Text.Json;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;
using FamilyHubs.Pipeline.Tests.Publishing;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases.Snapshots;

/// <summary>An area with published figures of a month, as snapshots find it.</summary>
internal sealed class SnapshotWorld : IDisposable
{
    public const string March = "2019-03";

    private SnapshotWorld(Profile profile) => Profile = profile;

    public Profile Profile { get; }

    public MemoryPipeline Pipeline { get; } = new(new DateTimeOffset(2019, 4, 5, 5, 0, 0, TimeSpan.Zero));

    public PublishSnapshot Publisher => Pipeline.Get<PublishSnapshot>();

    /// <param name="small">The weekly report has its totals alone.</param>
    public static async Task<SnapshotWorld> CreateAsync(bool small = false)
    {
        var world = new SnapshotWorld(await SampleWeeklyReport.Essex);
        var weekly = await SampleWeeklyReport.SignIn;
        await world.Pipeline.PublishAsync(small
            ? weekly with { Groups = [], UnderFivesByDistrict = [], UnderFivesByGroup = [], Combinations = [], Triples = [], MeaningfulReach = [], Change = [], ChildList = null }
            : weekly);
        return world;
    }

    public MadeUpArea Area(int children = 4000) => new(Profile, 7, children);

    /// <summary>Publishes a month's figures under a run of its own.</summary>
    public async Task FiguresAsync(MonthlyReport report, string run)
    {
        var entry = new RunEntry(
            report.Area, run, ProduceMonthlyFigures.Kind, report.Month, report.Extract, report.DefinitionVersion, RunState.Done, Pipeline.Time.GetUtcNow());
        await Pipeline.Get<RunLedger>().WriteAsync(entry, default);
        await Pipeline.Get<MonthlyReportArchive>().WriteAsync(report, MonthlyDetails.Empty, run, default);
        await new FigureStore(Pipeline.Tables, TableNames.KpiMonthly).PublishAsync(entry, default);
    }

    public Task<SnapshotOutcome> PublishAsync(string month = March) => Publisher.RunAsync(Profile, Month.Parse(month), default);

    public ReadOnlyMemory<byte> File(int revision, string name, string month = March) =>
        Pipeline.Blobs.Contents(Containers.Snapshots)[SnapshotNames.File("essex", month, revision, name)];

    public SnapshotManifest Manifest(int revision, string month = March) =>
        JsonSerializer.Deserialize<SnapshotManifest>(File(revision, SnapshotManifest.FileName, month).Span, PipelineJson.Indented)!;

    /// <summary>The revision that readers are led to; every file of it and of those before is there and whole.</summary>
    public int Visible(string month = March)
    {
        var pointer = Pipeline.Tables.Contents(TableNames.Runs).FirstOrDefault(row => row.Partition == "essex|snapshots" && row.Row == month);
        var newest = (int)(pointer?.Integer("Revision") ?? 0);
        for (var revision = 1; revision <= newest; revision++)
        {
            var manifest = Manifest(revision, month);
            Assert.Equal(13, manifest.Files.Count);
            Assert.All(manifest.Files, file => Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(File(manifest.Revision, file.Name, month).Span))));
        }

        return newest;
    }

    /// <summary>Everything that readers can fetch, by name, with its hash.</summary>
    public string Describe() => string.Join('\n', Pipeline.Blobs.Contents(Containers.Snapshots)
        .OrderBy(blob => blob.Key, StringComparer.Ordinal).Select(blob => $"{blob.Key} {Convert.ToHexStringLower(SHA256.HashData(blob.Value.Span))}"));

    public void Dispose() => Pipeline.Dispose();
}
