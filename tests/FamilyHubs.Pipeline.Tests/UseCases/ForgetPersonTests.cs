using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.Tests.Extracts;
using FamilyHubs.Pipeline.UseCases.Forgetting;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>A person is removed from every store, does not come back, and nobody else is touched (quality.md 3).</summary>
public sealed class ForgetPersonTests
{
    private const long Person = 3;
    private const int TriesEach = 4;
    private const string Report = "essex/weekly/2019-W13/run/report.json";

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Fact]
    public async Task Forget_PersonInEveryStore_LeavesNothingOfThemAndEverythingOfOthers()
    {
        var world = await FilledAsync();
        var before = await RowsOfPinsAsync(world);

        var result = await world.Forget().RunAsync(Request(), default);

        Assert.Equal(
            ["archive", "lake", "quarantine", "reports"], result.Removed.Select(r => r.Store).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(result.Removed, r => r is { Store: "lake", Name: "SRPatientGroups", Rows: 1, Copies: >= 1 });
        var after = await RowsOfPinsAsync(world);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, version => Assert.Equal(version.Value.Where(row => !IsTheirs(row)), after[version.Key]));
        await AssertGoneAsync(world);
        Assert.Empty(result.Landing);
        var report = JsonElement.Parse(world.Blobs.Contents(Containers.Reports)[Report].Span);
        Assert.Equal([1L], report.GetProperty("childList").EnumerateArray().Select(child => child.GetProperty("personId").GetInt64()));
        Assert.Equal(["13"], report.GetProperty("families").EnumerateArray().Select(family => family.GetProperty("familyId").GetString()));
    }

    [Fact]
    public async Task Forget_LedgerTotals_AreThoseOfTheVersions()
    {
        var world = await FilledAsync();

        await world.Forget().RunAsync(Request(), default);

        foreach (var table in (await world.Ledger.ListAsync(IngestWorld.Area, default)).SelectMany(e => e.Tables).Where(t => t.Version >= 0))
        {
            Assert.Equal(table.Total, (await world.RowsAsync(table.Table, table.Version)).Count);
        }
    }

    [Fact]
    public async Task Forget_DryRun_TellsTheSameAndChangesNothing()
    {
        var world = await FilledAsync();
        var before = await world.DescribeAsync();

        var told = await world.Forget().RunAsync(Request() with { DryRun = true }, default);

        Assert.Equal(before, await world.DescribeAsync());
        Assert.Empty(world.Blobs.Contents(Containers.Audit));
        Assert.Equal(told.Removed, (await world.Forget().RunAsync(Request(), default)).Removed);
    }

    [Fact]
    public async Task Forget_Again_RemovesNothing()
    {
        var world = await FilledAsync();
        await world.Forget().RunAsync(Request(), default);
        var before = await world.DescribeAsync();

        var again = await world.Forget().RunAsync(Request(), default);

        Assert.Empty(again.Removed);
        Assert.Equal(before, await world.DescribeAsync());
    }

    [Fact]
    public async Task Forget_Record_TellsCountsAndNeverTheIdOrACell()
    {
        var world = await FilledAsync();

        await world.Forget().RunAsync(Request(), default);

        var records = world.Blobs.Contents(Containers.Audit).Values.Select(content => JsonElement.Parse(content.Span)).ToArray();
        Assert.Contains(records, r => r.GetProperty("step").GetString() == "begun");
        var done = Assert.Single(records, r => r.GetProperty("step").GetString() == "done");
        Assert.Equal("REQ-17", done.GetProperty("reason").GetString());
        Assert.Equal(64, done.GetProperty("person").GetString()!.Length);
        Assert.All(records, r => Assert.DoesNotContain("Smoker", r.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ingest_FullExtractThatStillHasThePerson_DoesNotBringThemBack()
    {
        var world = await FilledAsync();
        await world.Forget().RunAsync(Request(), default);
        var later = new LandedBatch("20190408_0215")
            .With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,9990000018,01 Jan 2016 00:00,F", "3,ORG2,9990000034,04 Mar 2018 00:00,F", "5,ORG2,9990000042,05 May 2018 00:00,M")
            .With("SRPatientGroups", SmallBatches.GroupHeader, "12,ORG2,02 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,3", "17,ORG2,02 Mar 2019 09:00:00,99 Mar 2019 09:00:00,Smoker,3");

        var outcome = await world.IngestAsync(later);

        Assert.True(outcome.IsDone, outcome.Entry.Message);
        var patients = outcome.Entry.Tables.Single(t => t.Table == "SRPatient");
        Assert.Equal((3, 3, 1), (patients.Rows, patients.Kept, patients.Forgotten));
        await AssertGoneAsync(world);
    }

    [Fact]
    public async Task Forget_OfOneOrganisation_LeavesWhatOthersSee()
    {
        var world = await FilledAsync();

        await world.Forget().RunAsync(Request() with { Organisation = "ORG1" }, default);

        Assert.Contains(await world.RowsAsync("SRPatient"), IsTheirs);
        Assert.Contains("9990000034", Encoding.Latin1.GetString(world.Blobs.Contents(Containers.Archive)["essex/20190325_0215/SRPatient.csv"].Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allow_ForgottenPerson_ComesBackWithTheNextFullCopyAndIsOnRecord()
    {
        var world = await FilledAsync();
        await world.Forget().RunAsync(Request(), default);

        Assert.Equal(new AllowResult(IngestWorld.Area, Busy: false, WasForgotten: false), await AllowAsync(world, Person + 1));
        Assert.Equal(new AllowResult(IngestWorld.Area, Busy: false, WasForgotten: true), await AllowAsync(world, Person));
        Assert.Equal(new AllowResult(IngestWorld.Area, Busy: false, WasForgotten: false), await AllowAsync(world, Person));

        await AssertGoneAsync(world);
        Assert.Single(world.Blobs.Contents(Containers.Audit), b => Encoding.UTF8.GetString(b.Value.Span).Contains("person-allow", StringComparison.Ordinal));
        await world.IngestAsync(new LandedBatch("20190408_0215").With(
            "SRPatient", SmallBatches.PatientHeader, "1,ORG1,9990000018,01 Jan 2016 00:00,F", "3,ORG2,9990000034,04 Mar 2018 00:00,F", "5,ORG2,9990000042,05 May 2018 00:00,M"));
        Assert.Contains(await world.RowsAsync("SRPatient"), IsTheirs);
    }

    [Fact]
    public async Task Forget_AreaWithoutProfile_RemovesNothingAndSays()
    {
        var world = await FilledAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => world.Forget().RunAsync(Request() with { Area = "elsewhere" }, default));
        var result = await world.Forget().RunAsync(Request() with { Area = "elsewhere", Profile = await IngestWorld.ProfileAsync() }, default);

        Assert.Empty(result.Removed);
    }

    [Fact]
    public async Task Ingest_AfterTheSecretChanged_IsRefusedRatherThanBringAnybodyBack()
    {
        var world = await FilledAsync();
        await world.Forget().RunAsync(Request(), default);
        var row = world.Tables.Contents(TableNames.Extracts).Single(r => r.Partition == "essex|forgotten");
        row.Values["KeyVersion"] = "older";
        await world.Tables.UpsertAsync(TableNames.Extracts, [row], default);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => world.IngestAsync(new LandedBatch("20190408_0215").With("SRPatient", SmallBatches.PatientHeader)));

        Assert.Contains("Set PersonKey to the former secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Forget_DisturbedAtEachCall_EndsAsUndisturbed(FaultKind kind)
    {
        var counter = new FaultPlan();
        var expected = await RunAsync(counter);
        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) =>
        {
            var actual = await RunAsync(new FaultPlan(call, kind));
            if (actual != expected)
            {
                different.Add(string.Create(CultureInfo.InvariantCulture, $"Call {call} of {counter.Calls}, {kind}"));
            }
        });

        Assert.Empty(different.Order(StringComparer.Ordinal));
        Assert.InRange(counter.Calls, 100, int.MaxValue);
    }

    private static async Task<string> RunAsync(FaultPlan plan)
    {
        var world = await FilledAsync();
        FaultPlan? first = plan;
        for (var attempt = 1; attempt <= TriesEach; attempt++)
        {
            try
            {
                if (!(await world.Forget(first).RunAsync(Request(), default)).Busy)
                {
                    break;
                }
            }
            catch (Exception) when (first is { Struck: true })
            {
                first = null;
            }

            world.Time.Advance(ExtractLedger.Lease + TimeSpan.FromMinutes(1));
        }

        await AssertGoneAsync(world);
        var reports = world.Blobs.Contents(Containers.Reports).Select(b => $"{b.Key}: {Encoding.UTF8.GetString(b.Value.Span)}");
        return await world.DescribeAsync() + string.Join('\n', reports);
    }

    private static Task<AllowResult> AllowAsync(IngestWorld world, long person) => new AllowPerson(
        new ForgottenPeople(world.Tables, IngestWorld.Key), world.Leases, new AuditTrail(world.Blobs), world.Time).RunAsync(IngestWorld.Area, person, null, "REQ-18", "an operator", default);

    private static ForgetRequest Request() => new(IngestWorld.Area, Person, null, "REQ-17", "an operator", DryRun: false);

    /// <summary>The person is in two versions of two tables, in quarantine, in the archive and in a report.</summary>
    private static async Task<IngestWorld> FilledAsync()
    {
        var world = new IngestWorld();
        await world.IngestAsync(SmallBatches.Full);
        await world.IngestAsync(SmallBatches.Delta);
        await world.Blobs.WriteAsync(
            Containers.Reports, Report,
            new MemoryStream("{\"week\":\"2019-W13\",\"childList\":[{\"personId\":1,\"team\":\"A\"},{\"personId\":3,\"team\":\"B\"}],\"families\":[{\"familyId\":\"3\"},{\"familyId\":\"13\"}]}"u8.ToArray()), WriteCondition.Always, default);
        return world;
    }

    private static bool IsTheirs(string row) => row.Split(RowsSink.Separator) is var cells && (cells.Contains("IDPatient=3") || cells.Contains("RowIdentifier=3"));

    private static async Task<SortedDictionary<string, IReadOnlyList<string>>> RowsOfPinsAsync(IngestWorld world)
    {
        var rows = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in await world.Ledger.ListAsync(IngestWorld.Area, default))
        {
            foreach (var (table, version) in entry.Pins)
            {
                rows[$"{table} {version}"] = await world.RowsAsync(table, version);
            }
        }

        return rows;
    }

    private static async Task AssertGoneAsync(IngestWorld world)
    {
        foreach (var version in await RowsOfPinsAsync(world))
        {
            Assert.DoesNotContain(version.Value, IsTheirs);
        }

        foreach (var container in new[] { Containers.Quarantine, Containers.Archive })
        {
            foreach (var (name, content) in world.Blobs.Contents(container))
            {
                var text = Encoding.Latin1.GetString(content.Span);
                Assert.DoesNotContain("9990000034", text, StringComparison.Ordinal);
                Assert.DoesNotContain(text.Split("\r\n"), line => line.EndsWith(",Smoker,3", StringComparison.Ordinal) || (name.EndsWith("SRPatient.csv", StringComparison.Ordinal) && line.StartsWith("3,", StringComparison.Ordinal)));
            }
        }

        Assert.DoesNotContain("\"personId\": 3", Encoding.UTF8.GetString(world.Blobs.Contents(Containers.Reports)[Report].Span), StringComparison.Ordinal);
        Assert.DoesNotContain("\"personId\":3", Encoding.UTF8.GetString(world.Blobs.Contents(Containers.Reports)[Report].Span), StringComparison.Ordinal);
    }
}
