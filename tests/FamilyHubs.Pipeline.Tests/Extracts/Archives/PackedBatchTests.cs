using System.IO.Compression;
using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Extracts.Archives;

public sealed class PackedBatchTests : IDisposable
{
    private const string Codes = "RowIdentifier,IDOrganisationVisibleTo,DateEvent,CTV3Code,IDPatient\r\n1,A1,29 Mar 2019,Y1234,7\r\n2,A1,,Y1235,8\r\n";
    private const string Listing = "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRCode,N,N,,20190331_0300\r\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("extracts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ReadAsync_LooseZippedOrPackedAsOne_GivesTheSameHashAndRows()
    {
        var loose = Path.Combine(_folder, "20190331_0300");
        Directory.CreateDirectory(loose);
        await File.WriteAllTextAsync(Path.Combine(loose, "SRManifest.csv"), Listing, Encoding.Latin1);
        await File.WriteAllTextAsync(Path.Combine(loose, "SRCode.csv"), Codes, Encoding.Latin1);
        await File.WriteAllTextAsync(Path.Combine(loose, "notes.txt"), "passed over");
        var zipped = Path.Combine(_folder, "zipped");
        Directory.CreateDirectory(zipped);
        await File.WriteAllTextAsync(Path.Combine(zipped, "SRManifest.csv"), Listing, Encoding.Latin1);
        await File.WriteAllBytesAsync(Path.Combine(zipped, "SRExtract.zip"), ZipBuilder.Make(CompressionLevel.Fastest, ("SRCode.csv", Codes)));
        var inner = Encoding.Latin1.GetString(ZipBuilder.Make(CompressionLevel.SmallestSize, ("SRCode.csv", Codes)));
        var packed = Path.Combine(_folder, "20190331_0300.zip");
        await File.WriteAllBytesAsync(packed, ZipBuilder.Make(
            CompressionLevel.Optimal, ("20190331_0300/SRManifest.csv", Listing), ("20190331_0300/SRExtract.zip", inner)));

        var results = new List<(string Hash, string Rows, string Extract)>();
        foreach (IBatchFiles batch in new IBatchFiles[] { new FolderBatch(loose), new FolderBatch(zipped), new PackedBatch(packed) })
        {
            await using var _ = batch;
            var sink = new RowsSink();
            await using var reading = await new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings)
                .ReadAsync(batch, BatchHistory.None, _ => sink, null, CancellationToken.None);
            Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
            results.Add((reading.ContentHash, string.Join(';', sink.Rows), reading.Extract));
        }

        Assert.Equal(64, results[0].Hash.Length);
        Assert.All(results, r => Assert.Equal((results[0].Hash, results[0].Rows), (r.Hash, r.Rows)));
        Assert.Equal(["20190331_0300", "zipped", "20190331_0300"], results.Select(r => r.Extract));
    }

    [Fact]
    public async Task ReadAsync_TableInTheArchiveAndBesideIt_IsRefused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "SRManifest.csv"), Listing, Encoding.Latin1);
        await File.WriteAllTextAsync(Path.Combine(_folder, "SRCode.csv"), Codes, Encoding.Latin1);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "SRExtract.zip"), ZipBuilder.Make(CompressionLevel.Fastest, ("SRCode.csv", Codes)));
        await using var batch = new FolderBatch(_folder);

        await using var reading = await new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings)
            .ReadAsync(batch, BatchHistory.None, null, null, CancellationToken.None);

        Assert.Equal([ReasonCodes.ArchiveUnsafe], reading.Reasons);
    }
}
