using System.IO.Compression;
using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Extracts.Archives;

namespace FamilyHubs.Pipeline.Tests.Extracts;

public sealed class BatchReaderTests
{
    private const string Groups = "RowIdentifier,IDOrganisationVisibleTo,DateEvent,Name,IDPatient,RemovedData\r\n";
    private const string Codes = "RowIdentifier,IDOrganisationVisibleTo,DateEvent,CTV3Code,IDPatient\r\n";

    [Fact]
    public async Task ReadAsync_WholeBatch_GivesTypedRowsAndCounts()
    {
        var sink = new RowsSink();
        await using var reading = await ReadAsync(
            new TestBatch()
                .Listing("SRPatientGroups,Y,N,20190330_0300,20190331_0300")
                .With("SRPatientGroups.csv", Groups
                    + "1,A1,29 Mar 2019 09:30:00,\"Young \"\"carer\"\"\",77,0\r\n"
                    + "2,A1,29 Mar 2019,Lone parent,-1,0\r\n"
                    + "3,A1,,,,1\r\n"),
            sinkOf: _ => sink);

        Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
        var table = Assert.Single(reading.Tables);
        Assert.Equal((3, 2, 1, 1), (table.Rows, table.Kept, table.Removed, table.Refused.Count));
        Assert.True(table.IsDelta);
        Assert.Equal(new DateTime(2019, 3, 31, 3, 0, 0), table.ExtractTo);
        Assert.Equal(
            [
                "RowIdentifier=1|IDOrganisationVisibleTo=A1|DateEvent=2019-03-29T09:30:00|Name=Young \"carer\"|IDPatient=77|RemovedData=false",
                "RowIdentifier=3|IDOrganisationVisibleTo=A1|RemovedData=true",
            ],
            sink.Rows.Select(r => r.Replace(RowsSink.Separator, '|')));
        Assert.Equal(new Refusal("SRPatientGroups", 3, "IDPatient", ReasonCodes.MissingKey), Assert.Single(table.Refused.First));
        Assert.Contains(reading.AllFindings, f => f is { Severity: Severity.Row, Line: 3, Column: "IDPatient", Code: ReasonCodes.MissingKey });
    }

    [Theory]
    [InlineData("no manifest", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest without column", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest with bad flag", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest with bad stamp", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest with table twice", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest with other file", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest with few fields", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest with open quote", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest from after to", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest without end", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest too long", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest of zero bytes", ReasonCodes.ManifestUnreadable)]
    [InlineData("manifest of header only", ReasonCodes.ManifestEmpty)]
    [InlineData("file missing", ReasonCodes.FileMissing)]
    [InlineData("file missing out of scope", ReasonCodes.FileMissing)]
    [InlineData("gap", ReasonCodes.Gap)]
    [InlineData("gap without beginning", ReasonCodes.Gap)]
    [InlineData("out of order", ReasonCodes.OutOfOrder)]
    [InlineData("record id missing", ReasonCodes.KeyColumnMissing)]
    [InlineData("patient id missing", ReasonCodes.KeyColumnMissing)]
    [InlineData("eleven bad rows", ReasonCodes.TooManyBadRows)]
    [InlineData("new column refused", ReasonCodes.ColumnUnknown)]
    public async Task ReadAsync_BatchThatFails_IsRefusedForItsReason(string what, string code)
    {
        var (batch, settings) = Fault(what);

        await using var reading = await ReadAsync(batch, Committed, settings);

        Assert.Equal(BatchVerdict.Refused, reading.Verdict);
        Assert.Equal([code], reading.Reasons);
        Assert.All(reading.Findings, f => Assert.EndsWith(".", f.Message, StringComparison.Ordinal));
        Assert.All(reading.Findings, f => Assert.EndsWith(".", f.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("header only")]
    [InlineData("earlier after a full copy")]
    [InlineData("full copy after a gap")]
    [InlineData("ten bad rows")]
    [InlineData("few bad rows among many")]
    [InlineData("new column reported")]
    [InlineData("exempt table without dates")]
    public async Task ReadAsync_BatchThatIsWhole_IsAccepted(string what)
    {
        var (batch, settings) = Fault(what);

        await using var reading = await ReadAsync(batch, Committed, settings);

        Assert.Equal([], reading.Reasons);
        Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
    }

    [Fact]
    public async Task ReadAsync_SeveralFaults_AreAllFoundAtOnce()
    {
        var bad = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i},A1,x,Y1,7\r\n"));
        await using var reading = await ReadAsync(
            new TestBatch()
                .Listing("SRCode,Y,N,20190330_0300,20190331_0300", "SREvent,N,N,,20190331_0300", "SRVisit,N,N,,20190331_0300")
                .With("SRCode.csv", Codes + bad)
                .With("SRVisit.csv", "RowIdentifier\r\n1\r\n"),
            Committed);

        Assert.Equal(
            [ReasonCodes.FileMissing, ReasonCodes.Gap, ReasonCodes.KeyColumnMissing, ReasonCodes.TooManyBadRows], reading.Reasons.Order(StringComparer.Ordinal));
        Assert.Equal(20, reading.Tables.Single(t => t.Table == "SRCode").Refused.Count);
    }

    [Fact]
    public async Task ReadAsync_UnlistedFile_IsReadAndReported()
    {
        await using var reading = await ReadAsync(
            Listed().With("SREvent.csv", "RowIdentifier,IDOrganisationVisibleTo,IDPatient\r\n1,A1,7\r\n").With("SRLetter.csv", "RowIdentifier\r\n"));

        Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
        Assert.Equal(["SREvent", "SRLetter"], reading.Findings.Where(f => f.Code == ReasonCodes.FileUnlisted).Select(f => f.Table));
        var unlisted = reading.Tables.Single(t => t.Table == "SREvent");
        Assert.Equal((1, true), (unlisted.Kept, unlisted.IsDelta));
        Assert.Equal(new SkippedFile("SRLetter", 15), Assert.Single(reading.Skipped));
    }

    [Fact]
    public async Task ReadAsync_MappingFiles_NeedNoListing()
    {
        await using var reading = await ReadAsync(
            Listed()
                .With("SRMapping.csv", "RowIdentifier,IdMappingGroup,Mapping\r\n1,2005,Finished\r\n")
                .With("SRMappingGroup.csv", "RowIdentifier,Group\r\n2005,Visit status\r\n"));

        Assert.DoesNotContain(reading.Findings, f => f.Code == ReasonCodes.FileUnlisted);
        Assert.All(reading.Tables.Where(t => t.Table.StartsWith("SRMapping", StringComparison.Ordinal)), t => Assert.Equal((1, false), (t.Kept, t.IsDelta)));
    }

    [Fact]
    public async Task ReadAsync_SameContentAgain_IsADuplicateWhateverElse()
    {
        await using var first = await ReadAsync(Listed());
        var history = Committed with { ContentHashes = new HashSet<string> { first.ContentHash } };

        await using var second = await ReadAsync(Listed(), history);
        await using var other = await ReadAsync(Listed("2,A1,29 Mar 2019,Y1235,8\r\n"), history);

        Assert.Equal(BatchVerdict.Duplicate, second.Verdict);
        Assert.Equal(BatchVerdict.Accepted, other.Verdict);
        Assert.NotEqual(first.ContentHash, other.ContentHash);
    }

    [Theory]
    [InlineData("gap", BatchVerdict.Deferred)] // closes when the missing batch comes
    [InlineData("out of order", BatchVerdict.Refused)] // stays older whatever comes
    public async Task ReadAsync_OutOfTurnWhileAnEarlierOneMayCome_WaitsOnlyForWhatCanHelp(string what, BatchVerdict verdict)
    {
        var (batch, settings) = Fault(what);

        await using var reading = await ReadAsync(batch, Committed with { EarlierMayCome = true }, settings);

        Assert.Equal(verdict, reading.Verdict);
    }

    [Fact]
    public async Task ReadAsync_OlderButForced_IsAcceptedWithAWarning()
    {
        var (batch, settings) = Fault("out of order");

        await using var reading = await ReadAsync(batch, Committed with { Force = true }, settings);

        Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
        Assert.Contains(reading.Findings, f => f is { Severity: Severity.Warning, Code: ReasonCodes.Forced });
    }

    [Fact]
    public async Task ReadAsync_ChangesOfANewTable_AreReported()
    {
        await using var reading = await ReadAsync(Listed());

        Assert.Contains(reading.Findings, f => f is { Severity: Severity.Warning, Code: ReasonCodes.NoFullCopy, Table: "SRCode" });
    }

    [Theory]
    [InlineData("FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRCode,N,N,,20190401_0215\r\n")]
    [InlineData("\"FileName\"|\"IsDelta\"|\"IsReference\"|\"DateExtractFrom\"|\"DateExtractTo\"\r\n\"SRCode\"|\"N\"|\"N\"|\"\"|\"20190401_0215\"\r\n")]
    public void Manifest_OfAnExtractWithItsOwnDelimiter_IsReadAsItIsWritten(string text)
    {
        var manifest = Manifest.Read(Encoding.ASCII.GetBytes(text), TestBatch.Settings with { Delimiter = "|", Qualifier = "'" });

        Assert.Equal(new DateTime(2019, 4, 1, 2, 15, 0), manifest.Find("SRCode")?.To);
    }

    [Fact]
    public async Task ReadAsync_HistoryUnknown_SaysNothingAboutTheOrder()
    {
        await using var reading = await ReadAsync(Listed(), BatchHistory.Unknown);

        Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
        Assert.DoesNotContain(reading.Findings, f => f.Code is ReasonCodes.NoFullCopy or ReasonCodes.Gap or ReasonCodes.OutOfOrder);
    }

    [Fact]
    public async Task ReadAsync_ContentOfAnEarlierBatch_IsADuplicateAndNothingElse()
    {
        var (batch, settings) = Fault("out of order");
        await using var first = await ReadAsync(batch, Committed with { Force = true }, settings);

        await using var again = await ReadAsync(Fault("out of order").Batch, Committed with { ContentHashes = new HashSet<string> { first.ContentHash } }, settings);
        await using var forced = await ReadAsync(
            Fault("out of order").Batch, Committed with { ContentHashes = new HashSet<string> { first.ContentHash }, Force = true }, settings);

        Assert.Equal(BatchVerdict.Duplicate, again.Verdict);
        Assert.DoesNotContain(again.Findings, f => f.Code == ReasonCodes.OutOfOrder);
        Assert.Equal(BatchVerdict.Accepted, forced.Verdict);
    }

    [Fact]
    public async Task ReadAsync_DamagedEntry_RefusesTheBatchAndStillReadsTheOthers()
    {
        var folder = Directory.CreateTempSubdirectory("extracts-").FullName;
        try
        {
            var zip = ZipBuilder.Make(
                CompressionLevel.NoCompression,
                ("SRCode.csv", Codes + "1,A1,29 Mar 2019,Y1234,7\r\n"),
                ("SRPatientGroups.csv", Groups + "x,A1,,Looked after,7,0\r\n"));
            zip[ZipBuilder.Local(zip) + 30 + "SRCode.csv".Length + Codes.Length + 3] ^= 1;
            await File.WriteAllBytesAsync(Path.Combine(folder, "SRExtract.zip"), zip);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "SRManifest.csv"),
                "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRCode,N,N,,20190331_0300\r\nSRPatientGroups,N,N,,20190331_0300\r\n");
            await using var batch = new FolderBatch(folder);

            await using var reading = await ReadAsync(batch);

            Assert.Equal([ReasonCodes.ArchiveUnsafe], reading.Reasons);
            Assert.Equal("", reading.ContentHash);
            Assert.Equal(1, reading.Tables.Single(t => t.Table == "SRPatientGroups").Refused.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task ReadAsync_Progress_ReachesTheTotal()
    {
        var reports = new List<ReadProgress>();
        await using var reading = await ReadAsync(Listed(), progress: new Recorder(reports));

        Assert.Equal(reports[^1].TotalBytes, reports[^1].Bytes);
        Assert.Equal(("SRCode", 1L), (reports[^1].Table, reports[^1].Rows));
    }

    [Fact]
    public async Task ReadAsync_SinkThatFails_PassesItsExceptionOn() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(Listed(), sinkOf: _ => new BrokenSink()));

    [Fact]
    public async Task ReadAsync_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings).ReadAsync(Listed(), BatchHistory.None, null, null, cancel.Token));
    }

    private static BatchHistory Committed { get; } = new()
    {
        LastExtractTo = new Dictionary<string, DateTime> { ["SRCode"] = new(2019, 3, 29, 3, 0, 0) },
    };

    private static Task<BatchReading> ReadAsync(
        IBatchFiles batch,
        BatchHistory? history = null,
        ExtractSettings? settings = null,
        Func<TableContract, ITableSink>? sinkOf = null,
        IProgress<ReadProgress>? progress = null) =>
        new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, settings ?? TestBatch.Settings)
            .ReadAsync(batch, history ?? BatchHistory.None, sinkOf, progress, CancellationToken.None);

    private static TestBatch Listed(string rows = "1,A1,29 Mar 2019,Y1234,7\r\n", string listing = "SRCode,Y,N,20190329_0300,20190331_0300") =>
        new TestBatch().Listing(listing).With("SRCode.csv", Codes + rows);

    private static (TestBatch Batch, ExtractSettings Settings) Fault(string what)
    {
        const string Head = "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n";
        var settings = TestBatch.Settings;
        var bad = "x,A1,29 Mar 2019,Y1234,7\r\n";
        return what switch
        {
            "no manifest" => (new TestBatch().With("SRCode.csv", Codes), settings),
            "manifest without column" => (Listed().With("SRManifest.csv", "FileName,IsDelta,IsReference,DateExtractFrom\r\nSRCode,N,N,\r\n"), settings),
            "manifest with bad flag" => (Listed(listing: "SRCode,maybe,N,,20190331_0300"), settings),
            "manifest with bad stamp" => (Listed(listing: "SRCode,N,N,,31 Mar 2019"), settings),
            "manifest with table twice" => (Listed().Listing("SRCode,N,N,,20190331_0300", "SRCode,N,N,,20190331_0300"), settings),
            "manifest with other file" => (Listed().Listing("SRCode,N,N,,20190331_0300", "../passwords,N,N,,20190331_0300"), settings),
            "manifest with few fields" => (Listed(listing: "SRCode,N,N"), settings),
            "manifest with open quote" => (Listed(listing: "\"SRCode,N,N,,20190331_0300"), settings),
            "manifest from after to" => (Listed(listing: "SRCode,Y,N,20190401_0300,20190331_0300"), settings),
            "manifest without end" => (Listed(listing: "SRCode,N,N,,"), settings),
            "manifest too long" => (Listed().With("SRManifest.csv", Head + new string(' ', 2 << 20)), settings),
            "manifest of zero bytes" => (Listed().With("SRManifest.csv", ""), settings),
            "manifest of header only" => (Listed().With("SRManifest.csv", Head), settings),
            "file missing" => (Listed().Listing("SRCode,Y,N,20190329_0300,20190331_0300", "SREvent,N,N,,20190331_0300"), settings),
            "file missing out of scope" => (Listed().Listing("SRCode,Y,N,20190329_0300,20190331_0300", "SRLetter,N,N,,20190331_0300"), settings),
            "gap" => (Listed(listing: "SRCode,Y,N,20190329_0301,20190331_0300"), settings),
            "gap without beginning" => (Listed(listing: "SRCode,Y,N,,20190331_0300"), settings),
            "out of order" => (Listed(listing: "SRCode,N,N,,20190329_0259"), settings),
            "record id missing" => (Listed().With("SRCode.csv", "CTV3Code,IDPatient\r\nY1234,7\r\n"), settings),
            "patient id missing" => (Listed().With("SRCode.csv", "RowIdentifier,CTV3Code\r\n1,Y1234\r\n"), settings),
            "eleven bad rows" => (Listed(string.Concat(Enumerable.Repeat(bad, 11)) + "1,A1,29 Mar 2019,Y1234,7\r\n"), settings),
            "new column refused" => (Listed().With("SRCode.csv", "RowIdentifier,CTV3Code,IDPatient,Brand\r\n"), settings with { OnNewColumn = "refuse" }),
            "header only" => (Listed(""), settings),
            "earlier after a full copy" => (Listed(listing: "SRCode,Y,N,20190101_0300,20190331_0300"), settings),
            "full copy after a gap" => (Listed(listing: "SRCode,N,N,,20190531_0300"), settings),
            "ten bad rows" => (Listed(string.Concat(Enumerable.Repeat(bad, 10))), settings),
            "few bad rows among many" =>
                (Listed(string.Concat(Enumerable.Repeat(bad, 12)) + string.Concat(Enumerable.Range(1, 1188).Select(i => $"{i},A1,,Y1234,7\r\n"))), settings),
            "new column reported" => (Listed().With("SRCode.csv", "RowIdentifier,CTV3Code,IDPatient,Brand\r\n"), settings),
            "exempt table without dates" => (Listed()
                .Listing("SRCode,Y,N,20190329_0300,20190331_0300", "SRReferralContactEvent,N,N,,").With("SRReferralContactEvent.csv", "RowIdentifier\r\n"), settings),
            _ => throw new ArgumentException("No such fault.", nameof(what)),
        };
    }

    private sealed class Recorder(List<ReadProgress> reports) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => reports.Add(value);
    }

    private sealed class BrokenSink : ITableSink
    {
        public ValueTask AddAsync(Columns.ColumnSet rows, CancellationToken cancel) => throw new InvalidOperationException("The sink is full.");
    }
}
