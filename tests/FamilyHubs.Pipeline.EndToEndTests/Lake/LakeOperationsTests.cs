using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Lake;

/// <summary>Upkeep, replay and forgetting through the command line on a real store, read by programs that know nothing of the product.</summary>
public sealed class LakeOperationsTests(LakeCycle cycle) : IClassFixture<LakeCycle>
{
    private static readonly string[] Markers = [$"{LakeCycle.Person}", LakeCycle.NhsNumber, LakeCycle.Surname];

    [Fact]
    public void Upkeep_AfterTwelveBatches_WritesCheckpoints() =>
        Assert.Contains(Tables(cycle.Kept[0]), t => t.GetProperty("table").GetString() == "SRPatient" && t.GetProperty("checkpoint").ValueKind == JsonValueKind.Number);

    [Fact]
    public void Upkeep_HistoryOver_DeletesOldFiles() => Assert.All(cycle.Kept, kept => Assert.True(Tables(kept).Sum(t => t.GetProperty("deleted").GetInt64()) > 0));

    [Fact]
    public void Weekly_PublishedFromAnOldExtract_IsTheSameAfterItsHistoryIsOver() => Assert.Equal(cycle.Weeks[0].GetRawText(), cycle.Weeks[1].GetRawText());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task OtherReaders_AfterEachStep_FindTheRowsOfTheLedger(int moment)
    {
        // The newest version of each table, through the checkpoint where there is one.
        var read = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await NodeTools.RunAsync("read-lake.mjs", cycle.Lakes[moment]))!;

        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in cycle.Ledgers[moment].EnumerateArray().OrderBy(e => e.GetProperty("sequence").GetInt64()).SelectMany(e => e.GetProperty("tables").EnumerateArray()))
        {
            totals[table.GetProperty("table").GetString()!] = table.GetProperty("version").GetInt64() < 0 ? 0 : table.GetProperty("total").GetInt64();
        }

        Assert.Contains("SRPatientGroups", totals.Keys);
        Assert.All(totals.Where(t => read.ContainsKey(t.Key)), total => Assert.Equal((total.Key, total.Value), (total.Key, read[total.Key].GetProperty("rows").GetInt64())));
        Assert.All(totals.Where(t => t.Value > 0), total => Assert.Contains(total.Key, read.Keys));
        Assert.All(read, table => Assert.Equal(table.Value.GetProperty("keySum").GetString(), table.Value.GetProperty("hyparquetKeySum").GetString()));
        Assert.Contains(read.Values, table => table.GetProperty("checkpoint").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Replay_CorrectedRow_LeavesTheQuarantineList()
    {
        var replay = Assert.Single(cycle.Replayed.EnumerateArray());
        Assert.Equal((1, 1), (replay.GetProperty("rows").GetInt32(), replay.GetProperty("replayed").GetInt32()));

        var list = (await cycle.Store.RunAsync("quarantine", "list", "--area", LakeCycle.Area, "--json")).Ended(0).Json();

        Assert.DoesNotContain(list.GetProperty("rows").EnumerateArray(), r => r.GetProperty("extract").GetString() == LakeCycle.Corrected && r.GetProperty("line").GetInt64() == 5);
        var everything = (await cycle.Store.RunAsync("quarantine", "list", "--area", LakeCycle.Area, "--json", "--all")).Ended(0).Json();
        Assert.Contains(everything.GetProperty("rows").EnumerateArray(), r => r.TryGetProperty("outcome", out var outcome) && outcome.GetString() == "replayed");
    }

    [Fact]
    public void Forget_DryRun_ToldWhatWasRemoved()
    {
        Assert.Equal(cycle.Told.GetProperty("removed").GetRawText(), cycle.Forgotten.GetProperty("removed").GetRawText());
        Assert.Equal(
            ["archive", "lake", "quarantine", "reports"],
            cycle.Forgotten.GetProperty("removed").EnumerateArray().Select(r => r.GetProperty("store").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Forget_Person_IsInNoBlobNorTable()
    {
        var seen = 0;
        foreach (var container in new[] { "lake", "quarantine", "reports", "archive", "landing", "audit", "snapshots" })
        {
            foreach (var blob in await cycle.Store.ListAsync(container))
            {
                AssertClean(await cycle.Store.ReadAsync(blob), $"{container}/{blob.Name}");
                Assert.All(Markers, marker => Assert.DoesNotContain(marker, blob.Name, StringComparison.Ordinal));
                seen++;
            }
        }

        Assert.InRange(seen, 100, int.MaxValue);
        await foreach (var table in cycle.Store.Tables.QueryAsync())
        {
            await foreach (var entity in cycle.Store.Tables.GetTableClient(table.Name).QueryAsync<global::Azure.Data.Tables.TableEntity>())
            {
                AssertClean(Encoding.UTF8.GetBytes(string.Join('\n', entity.Select(p => $"{p.Key}={p.Value}"))), table.Name);
            }
        }
    }

    [Fact]
    public async Task Forget_Person_IsInNoCellOfAnyFile()
    {
        // Compressed integers are not found as text: count the rows by their column instead.
        foreach (var lake in cycle.Lakes)
        {
            var found = JsonDocument.Parse(await NodeTools.RunAsync("find-number.mjs", lake, $"{LakeCycle.Person}")).RootElement;
            Assert.InRange(found.GetProperty("files").GetInt32(), 10, int.MaxValue);
            Assert.Equal(lake == cycle.Lakes[0], found.GetProperty("hits").GetArrayLength() > 0);
        }
    }

    [Fact]
    public async Task Forget_Audit_TellsCounts()
    {
        var records = new List<JsonElement>();
        foreach (var blob in await cycle.Store.ListAsync("audit", $"{LakeCycle.Area}/"))
        {
            records.Add(JsonElement.Parse(await cycle.Store.ReadAsync(blob)));
        }

        var done = Assert.Single(records, r => r.TryGetProperty("step", out var step) && step.GetString() == "done");
        Assert.Equal("REQ-17", done.GetProperty("reason").GetString());
        Assert.Equal(cycle.Forgotten.GetProperty("removed").GetArrayLength(), done.GetProperty("removed").GetArrayLength());
    }

    [Fact]
    public async Task ExtractsShow_OfABatch_TellsRefusedRowsByReason()
    {
        var quality = (await cycle.Store.RunAsync("extracts", "show", LakeCycle.Corrected, "--area", LakeCycle.Area, "--json")).Ended(0).Json();

        var groups = quality.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("table").GetString() == "SRPatientGroups");
        Assert.Equal(2, groups.GetProperty("reasons").GetProperty("bad-date").GetInt32());
        Assert.Contains("quality.html", (await cycle.Store.RunAsync("extracts", "show", LakeCycle.Corrected, "--area", LakeCycle.Area)).Ended(0).Out, StringComparison.Ordinal);
    }

    private static JsonElement[] Tables(JsonElement kept) => [.. kept.GetProperty("tables").EnumerateArray()];

    private static void AssertClean(byte[] content, string place)
    {
        foreach (var text in Texts(content, place))
        {
            Assert.All(Markers, marker => Assert.False(text.Contains(marker, StringComparison.OrdinalIgnoreCase), $"{place} holds {marker}."));
        }
    }

    private static IEnumerable<string> Texts(byte[] content, string place)
    {
        yield return Encoding.Latin1.GetString(content);
        if (place.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
                yield return reader.ReadToEnd();
            }
        }
    }
}
