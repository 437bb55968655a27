using System.Security.Cryptography;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Snapshots;

/// <summary>Programs that know nothing of the product read the snapshot: DuckDB and hyparquet find the rows and sums of the manifest in every file.</summary>
[Collection(SnapshotSamples.Name)]
public sealed class SnapshotReadersTests(SnapshotCycle cycle)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task OtherReaders_OfARevision_FindTheSumsOfTheManifest(int revision)
    {
        var manifest = await ManifestAsync(revision);
        var read = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await NodeTools.RunAsync("read-snapshot.mjs", cycle.Revision(revision)))!;

        Assert.Equal(6, read.Count);
        foreach (var table in manifest.GetProperty("tables").EnumerateArray())
        {
            var found = read[table.GetProperty("name").GetString()!];
            Assert.Equal(
                table.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()),
                found.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
            foreach (var reader in new[] { "duckdb", "hyparquet", "csv" })
            {
                Assert.Equal(table.GetProperty("rows").GetInt32(), found.GetProperty(reader).GetProperty("rows").GetInt32());
                foreach (var sum in table.GetProperty("sums").EnumerateObject())
                {
                    var other = found.GetProperty(reader).GetProperty("sums").GetProperty(sum.Name).GetDouble();
                    Assert.Equal(sum.Value.GetDouble(), other, Math.Max(1e-6, Math.Abs(other) * 1e-9));
                }
            }
        }

        foreach (var file in manifest.GetProperty("files").EnumerateArray())
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(cycle.Revision(revision), file.GetProperty("name").GetString()!));
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
        }
    }

    [Fact]
    public async Task SecondRevision_FromALaterBatch_SaysWhatChanged()
    {
        var (first, second) = (await ManifestAsync(1), await ManifestAsync(2));

        Assert.Equal(1, second.GetProperty("supersededRevision").GetInt32());
        Assert.Equal(0, first.GetProperty("changes").GetArrayLength());
        var changes = second.GetProperty("changes").EnumerateArray().ToList();
        Assert.Contains(changes, change => change.GetProperty("table").GetString() == "kpis" && change.GetProperty("column").GetString() == "numerator");
        Assert.NotEqual(first.GetProperty("extract").GetString(), second.GetProperty("extract").GetString());
        Assert.Contains("revision 2", cycle.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_OfSql_RunsInDuckDb()
    {
        var statements = await Documentation.SqlAsync("lake.md");
        Assert.Equal(5, statements.Count);
        var file = cycle.FileFor("documentation.sql");
        await File.WriteAllTextAsync(file, string.Join('\n', statements));
        File.Copy(Path.Combine(cycle.Revision(2), "kpis.parquet"), cycle.FileFor("kpis.parquet"), overwrite: true);

        using var results = JsonDocument.Parse(await NodeTools.RunAsync("run-sql.mjs", cycle.Folder, file));

        var districts = results.RootElement[0].EnumerateArray().ToArray();
        Assert.NotEmpty(districts);
        Assert.All(districts, row => Assert.NotEqual(JsonValueKind.Null, row.GetProperty("name").ValueKind));
        Assert.Equal(15, results.RootElement[1].GetArrayLength());
        Assert.Equal(5, results.RootElement[2].GetArrayLength());
        var patients = (await cycle.Store.RunAsync("extracts", "--area", "essex", "--json")).Ended(0).Json().EnumerateArray()
            .Where(e => !e.GetProperty("extract").GetString()!.Contains('/', StringComparison.Ordinal)).Last()
            .GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("table").GetString() == "SRPatient").GetProperty("total").GetInt64();
        Assert.Equal(patients, results.RootElement[4][0].GetProperty("patients").GetInt64());
    }

    private async Task<JsonElement> ManifestAsync(int revision)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(cycle.Revision(revision), "manifest.json")));
        return document.RootElement.Clone();
    }
}
