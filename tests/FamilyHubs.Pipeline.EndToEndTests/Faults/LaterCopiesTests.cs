using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>A later copy of what is committed: the same, another, or one that is refused. None takes away what others brought.</summary>
[Collection(SharedStore.Name)]
public sealed class LaterCopiesTests(Store store)
{
    private const string Header = "PersonRef,DateBirth,PostcodeSector,Group,From,To";

    [Fact]
    public async Task Ingest_FaultyCopyOfACommittedBatch_IsRefusedAndTheBatchStaysCommitted()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("faulty-copy");
        await FaultExtract.Good().WriteAsync(folder.Path);
        (await store.RunAsync("ingest", folder.Path, "--area", "faulty-copy")).Ended(0);
        var before = (await WeeklyAsync("faulty-copy")).Out;

        await FaultExtract.Good().Forget("SRVisit").WriteAsync(folder.Path);
        (await store.RunAsync("ingest", folder.Path, "--area", "faulty-copy")).Ended(1);

        Assert.Equal(before, (await WeeklyAsync("faulty-copy")).Out);
    }

    [Fact]
    public async Task Ingest_FaultyCopyOfAReturn_IsRefusedAndTheReturnStaysCommitted()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("faulty-return");
        await FaultExtract.Good().WriteAsync(folder.Path);
        var file = await CsvFile.WriteAsync(folder.Path, "returns/estart-a.csv", Header, "1,2016-05,CO1 1,Low Income,2017-01-01,");
        (await store.RunAsync("ingest", folder.Path, "--area", "faulty-return")).Ended(0);
        var before = (await WeeklyAsync("faulty-return")).Out;

        await File.WriteAllLinesAsync(file, ["PersonRef,Other", "1,2"]);
        var refused = (await store.RunAsync("ingest", file, "--area", "faulty-return")).Ended(1);

        Assert.Contains("refused (key-column-missing)", refused.Out, StringComparison.Ordinal);
        Assert.Equal(before, (await WeeklyAsync("faulty-return")).Out);
    }

    [Fact]
    public async Task Ingest_ReturnAgainAfterAnother_KeepsTheRowsOfBoth()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("two-returns");
        await FaultExtract.Good().WriteAsync(folder.Path);
        var first = await CsvFile.WriteAsync(folder.Path, "returns/estart-a.csv", Header, "1,2016-05,CO1 1,Low Income,2017-01-01,");
        await CsvFile.WriteAsync(folder.Path, "returns/estart-b.csv", Header, "2,2016-05,CO1 1,Low Income,2017-01-01,");
        (await store.RunAsync("ingest", folder.Path, "--area", "two-returns")).Ended(0);
        Assert.Equal(2, await LowIncomeAsync());

        var again = (await store.RunAsync("ingest", first, "--area", "two-returns")).Ended(0);

        Assert.Contains("nothing to do", again.Out, StringComparison.Ordinal);
        Assert.Equal(2, await LowIncomeAsync());

        // Changed, grown and changed back: each is a commit of its own, replaces what its file brought, and leaves the other file's row alone.
        await File.WriteAllLinesAsync(first, [Header, "3,2016-05,CO1 1,Low Income,2017-01-01,"]);
        (await store.RunAsync("ingest", first, "--area", "two-returns")).Ended(0);
        Assert.Equal(2, await LowIncomeAsync());
        await File.WriteAllLinesAsync(first, [Header, "3,2016-05,CO1 1,Low Income,2017-01-01,", "1,2016-05,CO1 1,Low Income,2017-01-01,"]);
        (await store.RunAsync("ingest", first, "--area", "two-returns")).Ended(0);
        Assert.Equal(3, await LowIncomeAsync());
        await File.WriteAllLinesAsync(first, [Header, "1,2016-05,CO1 1,Low Income,2017-01-01,"]);
        (await store.RunAsync("ingest", first, "--area", "two-returns")).Ended(0);
        Assert.Equal(2, await LowIncomeAsync());

        async Task<int> LowIncomeAsync() => (await WeeklyAsync("two-returns")).Json().GetProperty("groups").EnumerateArray()
            .Single(g => g.GetProperty("level").GetString() == "unknown" && g.GetProperty("group").GetString() == "PG04").GetProperty("memberships").GetInt32();
    }

    private async Task<CommandResult> WeeklyAsync(string area) => (await store.RunAsync("weekly", "--area", area, "--week", "2019-W13", "--json")).Ended(0);
}
