using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Readers;

/// <summary>Programs that know nothing of the product read the lake: DuckDB and hyparquet, over a few lines for the Delta log.</summary>
[Collection(Samples.Name)]
public sealed class LakeReadersTests(SampleCycle cycle)
{
    [Fact]
    public void Ingest_Samples_TakesThreeBatches() =>
        Assert.Equal(["20190318", "20190325", "20190401"], cycle.Batches.Select(e => NameOf(e)[..8]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task OtherReaders_AtTheVersionsOfABatch_FindTheRowsOfTheLedger(int batch)
    {
        var read = await ReadAsync(batch);

        var totals = cycle.Batches[batch].GetProperty("tables").EnumerateArray()
            .Where(t => t.GetProperty("version").GetInt64() >= 0)
            .ToDictionary(t => t.GetProperty("table").GetString()!, t => t.GetProperty("total").GetInt64());
        Assert.NotEmpty(totals);
        Assert.All(totals, total => Assert.Equal(total.Value, read[total.Key].GetProperty("rows").GetInt64()));
        Assert.All(read, table =>
        {
            Assert.Equal(table.Value.GetProperty("rows").GetInt64(), table.Value.GetProperty("hyparquetRows").GetInt64());
            Assert.Equal(table.Value.GetProperty("keySum").GetString(), table.Value.GetProperty("hyparquetKeySum").GetString());
        });
    }

    [Fact]
    public async Task OtherReaders_FullBatch_FindTheKeysOfTheCsv()
    {
        var read = await ReadAsync(0);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(cycle.Landing, NameOf(cycle.Batches[0]), "SRExtract.zip"));

        var pins = cycle.Batches[0].GetProperty("pins");
        var compared = 0;
        foreach (var entry in zip.Entries)
        {
            var table = Path.GetFileNameWithoutExtension(entry.Name);
            if (pins.TryGetProperty(table, out _) && table != "SRPatientRemovedByContentFilter")
            {
                using var reader = new StreamReader(await entry.OpenAsync(), encoding);
                var (rows, sum) = NaiveCsv.SumOf(await reader.ReadToEndAsync(), "RowIdentifier");
                var found = read[table];
                Assert.Equal((table, rows), (table, found.GetProperty("rows").GetInt64()));
                Assert.Equal((table, sum.ToString(CultureInfo.InvariantCulture)), (table, found.GetProperty("keySum").GetString()));
                compared++;
            }
        }

        Assert.InRange(compared, 20, zip.Entries.Count);
    }

    private static string NameOf(JsonElement batch) => batch.GetProperty("extract").GetString()!;

    private async Task<Dictionary<string, JsonElement>> ReadAsync(int batch)
    {
        var versions = cycle.FileFor($"versions-{batch}.json");
        await File.WriteAllTextAsync(versions, cycle.Batches[batch].GetProperty("pins").GetRawText());
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await NodeTools.RunAsync("read-lake.mjs", cycle.Lake, versions))!;
    }
}
