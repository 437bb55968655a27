using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>Rows that cannot be read are set aside with line, column and reason; the others are committed (extracts.md 2).</summary>
[Collection(SharedStore.Name)]
public sealed class BadRowsTests(Store store)
{
    [Fact]
    public async Task Ingest_RowsThatCannotBeRead_AreQuarantinedAndTheOthersCommitted()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("bad-rows");
        var batch = await FaultExtract.WithBadRows().WriteAsync(folder.Path);

        var ingest = (await store.RunAsync("ingest", batch, "--area", "bad-rows")).Ended(0);

        Assert.Contains("5 refused", ingest.Out, StringComparison.Ordinal);
        var quarantine = (await store.RunAsync("quarantine", "list", "--area", "bad-rows", "--json")).Ended(0).Json();
        Assert.Equal(
            [
                "20190401_0215|SRCode|7|DateEvent|bad-date",
                "20190401_0215|SRCode|8|IDPatient|missing-key",
                "20190401_0215|SRPatient|5|-|too-few-fields",
                "20190401_0215|SRPatientGroups|2|Members|bad-integer",
                "20190401_0215|SRPersonAtRisk|2|ProtectionPlan|bad-boolean",
            ],
            ReportRows.Of(quarantine, "rows", "extract table line column reason"));
        Assert.Empty(quarantine.GetProperty("batches").EnumerateArray());

        var entry = (await store.RunAsync("extracts", "--area", "bad-rows", "--json")).Ended(0).Json()[0];
        var tables = ReportRows.Of(entry, "tables", "table rows kept refused total");
        Assert.Contains("SRCode|7|5|2|5", tables);
        Assert.Contains("SRPatient|4|3|1|3", tables);
        Assert.Contains("SRPatientGroups|2|1|1|1", tables);
        Assert.Contains("SRPersonAtRisk|1|0|1|0", tables);
        Assert.Empty(await store.ListAsync("landing", "bad-rows/"));
    }

    [Fact]
    public async Task Ingest_SameBatchTwice_ChangesNothing()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("twice");
        await CsvFile.WriteAsync(folder.Path, "reference/postcodes.csv", "Postcode,District,Lsoa,ImdQuintile", "CO1 1AA,E07000071,E01021600,1");
        await FaultExtract.WithBadRows().WriteAsync(folder.Path);
        (await store.RunAsync("ingest", folder.Path, "--area", "twice")).Ended(0);
        var (lake, quarantine, ledger) = (await store.ListAsync("lake", "twice/"), await store.ListAsync("quarantine", "twice/"), await LedgerAsync());

        var again = (await store.RunAsync("ingest", folder.Path, "--area", "twice")).Ended(0);

        Assert.Contains("nothing to do", again.Out, StringComparison.Ordinal);
        Assert.NotEmpty(lake);
        Assert.Equal(lake, await store.ListAsync("lake", "twice/"));
        Assert.Equal(quarantine, await store.ListAsync("quarantine", "twice/"));
        Assert.Equal(ledger, await LedgerAsync());
        Assert.Empty(await store.ListAsync("landing", "twice/"));

        async Task<IReadOnlyList<string>> LedgerAsync() =>
        [
            .. (await store.RunAsync("extracts", "--area", "twice", "--json")).Ended(0).Json().EnumerateArray()
                .Select(e => $"{e.GetProperty("extract")} {e.GetProperty("state")} {e.GetProperty("sequence")} {e.GetProperty("pins")} {e.GetProperty("tables")}"),
        ];
    }

    [Fact]
    public async Task Ingest_SameContentUnderAnotherName_IsAcknowledgedAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("renamed");
        var batch = await FaultExtract.Good().WriteAsync(folder.Path);
        (await store.RunAsync("ingest", batch, "--area", "renamed")).Ended(0);
        var lake = await store.ListAsync("lake", "renamed/");
        Directory.Move(batch, Path.Combine(folder.Path, "20190401_0900"));

        var again = (await store.RunAsync("ingest", Path.Combine(folder.Path, "20190401_0900"), "--area", "renamed", "--json")).Ended(0).Json()[0];

        Assert.True(again.GetProperty("alreadyDone").GetBoolean());
        Assert.Equal("duplicate", again.GetProperty("entry").GetProperty("state").GetString());
        Assert.Equal(lake, await store.ListAsync("lake", "renamed/"));
    }
}
