using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class SampleProgressTests
{
    [Fact]
    public async Task WriteAsync_Progress_EndsEachBatchWithAllItsChildrenAndRows()
    {
        using var folder = new SampleFolder();
        var reports = new Reports();
        var result = await SampleExtracts.WriteAsync(
            folder.Options(20), await SampleFolder.ProfileAsync("essex"), ContractCatalog.Shipped, reports, CancellationToken.None);
        var last = reports.All.GroupBy(report => report.Extract).Select(batch => batch.Last()).ToList();
        Assert.Equal(result.Batches.Select(batch => (batch.Extract, batch.Rows)), last.Select(report => (report.Extract, report.Rows)));
        Assert.Equal([1, 2, 3, 4], last.Select(report => report.Batch));
        Assert.All(last, report => Assert.True(report is { Batches: 4, OfChildren: 20, Children: >= 20 }));
    }

    [Fact]
    public async Task WriteAsync_Cancelled_LeavesNoManifestAndNoParts()
    {
        using var folder = new SampleFolder();
        var profile = await SampleFolder.ProfileAsync("essex");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SampleExtracts.WriteAsync(folder.Options(20), profile, ContractCatalog.Shipped, null, cancelled.Token));
        Assert.Empty(Directory.GetFiles(folder.Path, "SRManifest.csv", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetDirectories(folder.Landing("essex"), "*.parts"));
    }

    private sealed class Reports : IProgress<SampleProgress>
    {
        public List<SampleProgress> All { get; } = [];

        public void Report(SampleProgress value) => All.Add(value);
    }
}
