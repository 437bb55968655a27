using System.IO.Compression;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>A batch that is not whole is refused as a whole and stays where it is (extracts.md 1).</summary>
[Collection(SharedStore.Name)]
public sealed class BadBatchTests(Store store)
{
    [Fact]
    public async Task Ingest_ListedFileMissing_RefusesTheBatchUntilItIsComplete()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("missing");
        var batch = await FaultExtract.WithBadRows().Forget("SRVisit").WriteAsync(folder.Path);

        var refused = (await store.RunAsync("ingest", batch, "--area", "missing")).Ended(1);

        Assert.Contains("20190401_0215: refused (file-missing). SRVisit: The manifest lists the file, and it is not there", refused.Out, StringComparison.Ordinal);
        Assert.Empty(await store.ListAsync("lake", "missing/"));
        Assert.Equal(
            ["missing/20190401_0215/SRExtract.zip", "missing/20190401_0215/SRManifest.csv"],
            (await store.ListAsync("landing", "missing/")).Select(b => b.Name));
        Assert.Equal(["20190401_0215|file-missing"], await RefusedBatchesAsync("missing"));
        (await store.RunAsync("weekly", "--area", "missing", "--week", "2019-W13")).Ended(1);

        await FaultExtract.Good().WriteAsync(folder.Path);
        (await store.RunAsync("ingest", batch, "--area", "missing")).Ended(0);

        Assert.Empty(await RefusedBatchesAsync("missing"));
        Assert.Empty(await store.ListAsync("landing", "missing/"));
        var weekly = (await store.RunAsync("weekly", "--area", "missing", "--week", "2019-W13", "--json")).Ended(0).Json();
        Assert.Contains("unknown|3", ReportRows.Of(weekly, "totals", "level people"));
    }

    [Theory]
    [InlineData("cut-short")]
    [InlineData("bit-flipped")]
    [InlineData("no-archive")]
    [InlineData("climbing-name")]
    public async Task Ingest_DamagedOrHostileArchive_IsRefusedAsUnsafe(string fault)
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync(fault);
        var batch = await FaultExtract.Good().WriteAsync(folder.Path);
        await DamageAsync(Path.Combine(batch, "SRExtract.zip"), fault);

        var refused = (await store.RunAsync("ingest", batch, "--area", fault)).Ended(1);

        Assert.Contains("refused (archive-unsafe)", refused.Out, StringComparison.Ordinal);
        Assert.Equal(["20190401_0215|archive-unsafe"], await RefusedBatchesAsync(fault));
        Assert.Empty(await store.ListAsync("lake", $"{fault}/"));
        Assert.Equal(2, (await store.ListAsync("landing", $"{fault}/")).Count);
    }

    [Fact]
    public async Task Ingest_DamagedZipOfABatch_IsRefusedInOneSentence()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "20190401_0215.zip");
        await File.WriteAllTextAsync(zip, "no archive");

        var ingest = (await store.RunAsync("ingest", zip, "--area", "essex")).Ended(1);
        var validate = (await store.RunAsync("validate", zip)).Ended(1);

        Assert.StartsWith("archive-unsafe: ", ingest.Error, StringComparison.Ordinal);
        Assert.Contains("archive-unsafe", validate.Out + validate.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_ZipOfABatch_IsTakenAsItsFolder()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("zipped");
        var batch = await FaultExtract.Good().WriteAsync(folder.Path);
        await ZipFile.CreateFromDirectoryAsync(batch, $"{batch}.zip");

        (await store.RunAsync("ingest", $"{batch}.zip", "--area", "zipped")).Ended(0);

        var entry = (await store.RunAsync("extracts", "--area", "zipped", "--json")).Ended(0).Json()[0];
        Assert.Equal("20190401_0215", entry.GetProperty("extract").GetString());
        Assert.Contains("SRPatient|3", ReportRows.Of(entry, "tables", "table total"));
    }

    [Fact]
    public async Task Ingest_DeltaBeforeThatBetween_WaitsForIt()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("gap");
        var full = await FaultExtract.Good().WriteAsync(folder.Path);
        var second = await Delta("20190402_0215", "20190401_0215", 4).WriteAsync(folder.Path);
        var third = await Delta("20190403_0215", "20190402_0215", 5).WriteAsync(folder.Path);
        (await store.RunAsync("ingest", full, "--area", "gap")).Ended(0);

        var early = (await store.RunAsync("ingest", third, "--area", "gap")).Ended(1);
        (await store.RunAsync("ingest", second, "--area", "gap")).Ended(0);

        Assert.Contains("deferred (gap)", early.Out, StringComparison.Ordinal);
        var entries = (await store.RunAsync("extracts", "--area", "gap", "--json")).Ended(0).Json();
        Assert.Equal(["done", "done", "done"], entries.EnumerateArray().Select(e => e.GetProperty("state").GetString()));
        Assert.Contains("SRPatient|5", ReportRows.Of(entries[2], "tables", "table total"));

        static ExtractWriter Delta(string extract, string from, int person) =>
            new ExtractWriter(extract, from).Add("SRPatient", new { RowIdentifier = person, DateBirth = "2017-05-01" });
    }

    private static async Task DamageAsync(string zip, string fault)
    {
        var bytes = await File.ReadAllBytesAsync(zip);
        switch (fault)
        {
            case "cut-short":
                await File.WriteAllBytesAsync(zip, bytes[..(bytes.Length / 2)]);
                break;
            case "bit-flipped":
                // In the packed bytes of the first entry, behind its local header of 30 bytes and its name.
                bytes[30 + BitConverter.ToUInt16(bytes, 26) + BitConverter.ToUInt16(bytes, 28) + 20] ^= 1;
                await File.WriteAllBytesAsync(zip, bytes);
                break;
            case "no-archive":
                await File.WriteAllTextAsync(zip, "no archive");
                break;
            default:
                await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update))
                {
                    archive.CreateEntry("../SRClimb.csv");
                }

                break;
        }
    }

    private async Task<IReadOnlyList<string>> RefusedBatchesAsync(string area) => ReportRows.Of(
        (await store.RunAsync("quarantine", "list", "--area", area, "--json")).Ended(0).Json(), "batches", "extract reason");
}
