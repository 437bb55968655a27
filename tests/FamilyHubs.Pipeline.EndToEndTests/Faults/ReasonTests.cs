using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>What <c>ingest</c> and <c>extracts</c> say for each reason of extracts.md 1: a sentence with the place and the remedy, and the exit code.</summary>
[Collection(SharedStore.Name)]
public sealed class ReasonTests(Store store) : IDisposable
{
    private const string First = "20190401_0215";
    private const string Second = "20190408_0215";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "manifest-unreadable", "refused", "SRManifest: SRManifest.csv line 1 lacks the column FileName" },
        { "manifest-empty", "refused", "SRManifest: SRManifest.csv names no file" },
        { "file-missing", "refused", "SRPatient: The manifest lists the file, and it is not there" },
        { "key-column-missing", "refused", "SRPatient: The header lacks the column RowIdentifier" },
        { "too-many-bad-rows", "refused", "SRPatient: 11 of 31 rows are refused; 1 % are allowed, and 10 in any case." },
        { "archive-unsafe", "refused", "The archive has no directory at its end: it is cut off, or no zip file." },
        { "out-of-order", "refused", "SRPatient: It was drawn up to 20190301_0215; what is committed goes up to 20190401_0215." },
        { "gap", "deferred", "SRPatient: Its changes begin at 20190405_0215; what is committed goes up to 20190401_0215." },
        { "row-count-drop", "held", "SRPatient: The full copy has 20 rows; the last 1 had 100 on average, and 20 % fewer is the limit." },
        { "other-organisation", "held", "None of the organisations in it has ever had rows in this area" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Ingest_BatchThatIsNotTaken_SaysWhyAndEndsWithOne(string reason, string state, string sentence)
    {
        var area = $"says-{reason}";
        await store.AddAreaAsync(area);
        (await store.RunAsync("ingest", new LooseBatch(_folder.Path, First).Full(100).Path, "--area", area)).Ended(0);
        var batch = Fault(reason);

        var said = (await store.RunAsync("ingest", batch.Path, "--area", area)).Ended(1);

        var extract = Path.GetFileName(batch.Path);
        Assert.Contains($"{extract}: {state} ({reason}). ", Flat(said.Out), StringComparison.Ordinal);
        Assert.Contains(sentence, Flat(said.Out), StringComparison.Ordinal);
        var entry = (await store.RunAsync("extracts", "--area", area, "--json")).Ended(0).Json().EnumerateArray().Single(e => e.GetProperty("extract").GetString() == extract);
        Assert.Equal((state, reason), (entry.GetProperty("state").GetString(), entry.GetProperty("reason").GetString()));
        Assert.Contains(sentence, entry.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(await store.ListAsync("landing", $"{area}/{extract}/"));
        (await store.RunAsync("freshness", "--area", area)).Ended(1);
    }

    [Fact]
    public async Task Ingest_HeldBatch_IsTakenByRelease()
    {
        await store.AddAreaAsync("released");
        (await store.RunAsync("ingest", new LooseBatch(_folder.Path, First).Full(100).Path, "--area", "released")).Ended(0);
        var held = (await store.RunAsync("ingest", new LooseBatch(_folder.Path, Second).Full(20).Path, "--area", "released")).Ended(1);

        Assert.Contains($"familyhubs extracts release {Second} --area released", Flat(held.Out), StringComparison.Ordinal);
        (await store.RunAsync("extracts", "release", Second, "--area", "released")).Ended(0);
        var again = (await store.RunAsync("extracts", "release", Second, "--area", "released")).Ended(1);

        Assert.Contains("is not held", again.Out, StringComparison.Ordinal);
        var entries = (await store.RunAsync("extracts", "--area", "released", "--json")).Ended(0).Json();
        Assert.Contains("SRPatient|20", ReportRows.Of(entries[1], "tables", "table total"));
    }

    [Fact]
    public async Task Ingest_OlderBatchByForce_IsTakenAsAReload()
    {
        await store.AddAreaAsync("forced");
        (await store.RunAsync("ingest", new LooseBatch(_folder.Path, Second).Full(100).Path, "--area", "forced")).Ended(0);
        var older = new LooseBatch(_folder.Path, First).Full(90).Path;
        (await store.RunAsync("ingest", older, "--area", "forced")).Ended(1);

        (await store.RunAsync("ingest", older, "--area", "forced", "--force")).Ended(0);

        var entries = (await store.RunAsync("extracts", "--area", "forced", "--json")).Ended(0).Json();
        Assert.Contains("SRPatient|90", ReportRows.Of(entries[0], "tables", "table total"));
        Assert.Equal(2, entries[0].GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Ingest_FileThatTheManifestDoesNotList_IsTakenWithAWarning()
    {
        await store.AddAreaAsync("unlisted");
        var batch = new LooseBatch(_folder.Path, First).Full(3)
            .With("SRPatientGroups.csv", "RowIdentifier,IDOrganisationVisibleTo,DateEvent,Name,IDPatient\r\n1,ORG1,01 May 2016,Looked After Child,1\r\n");

        (await store.RunAsync("ingest", batch.Path, "--area", "unlisted")).Ended(0);

        var entry = (await store.RunAsync("extracts", "--area", "unlisted", "--json")).Ended(0).Json()[0];
        Assert.Contains("SRPatientGroups|1", ReportRows.Of(entry, "tables", "table total"));
        Assert.Contains(entry.GetProperty("warnings").EnumerateArray(), w => w.GetString()!.StartsWith("file-unlisted: SRPatientGroups: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ingest_ChangesBeforeTheFirstFullCopy_WaitForIt()
    {
        await store.AddAreaAsync("changes-first");
        var delta = new LooseBatch(_folder.Path, Second).With("SRPatient.csv", LooseBatch.Removals + "1,ORG1,,,1\r\n").Listing($"SRPatient,Y,N,{First},{Second}");

        var early = (await store.RunAsync("ingest", delta.Path, "--area", "changes-first")).Ended(1);
        (await store.RunAsync("ingest", new LooseBatch(_folder.Path, First).Full(3).Path, "--area", "changes-first")).Ended(0);

        Assert.Contains("deferred (gap). SRPatient: These are changes, and no batch of the area has been committed yet.", Flat(early.Out), StringComparison.Ordinal);
        var entries = (await store.RunAsync("extracts", "--area", "changes-first", "--json")).Ended(0).Json();
        Assert.Equal(["done", "done"], entries.EnumerateArray().Select(e => e.GetProperty("state").GetString()));
        Assert.Contains("SRPatient|2", ReportRows.Of(entries[1], "tables", "table total"));
    }

    public void Dispose() => _folder.Dispose();

    private LooseBatch Fault(string reason)
    {
        var batch = new LooseBatch(_folder.Path, reason == "out-of-order" ? "20190301_0215" : Second);
        return reason switch
        {
            "manifest-unreadable" => batch.Full(100).With("SRManifest.csv", "nothing\r\n"),
            "manifest-empty" => batch.Full(100).Listing(),
            "file-missing" => batch.Listing($"SRPatient,N,N,,{Second}"),
            "key-column-missing" => batch.Full(100).With("SRPatient.csv", "Gender\r\nF\r\n"),
            "too-many-bad-rows" => batch.Full(20).With("SRPatient.csv", LooseBatch.Patients
                + string.Concat(Enumerable.Range(1, 31).Select(i => $"{i},ORG1,{(i > 20 ? "soon" : "01 May 2016")},F\r\n"))),
            "archive-unsafe" => batch.Full(100).With("SRExtract.zip", "no archive"),
            "out-of-order" => batch.Full(100),
            "gap" => batch.With("SRPatient.csv", LooseBatch.Removals + "1,ORG1,,,1\r\n").Listing($"SRPatient,Y,N,20190405_0215,{Second}"),
            "row-count-drop" => batch.Full(20),
            _ => batch.Full(100, "ORG9"),
        };
    }

    /// <summary>Output without the line breaks that a narrow terminal adds.</summary>
    private static string Flat(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
