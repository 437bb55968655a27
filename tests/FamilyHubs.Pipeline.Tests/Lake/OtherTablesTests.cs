using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>Tables with another key than SystmOne's, or none, and tables that grow.</summary>
public sealed class OtherTablesTests
{
    private static readonly TableSchema List = new("SRPatientRemovedByContentFilter", [new("IDPatient", ColumnType.Integer)], []);

    private static readonly TableSchema Postcodes = new(
        "Postcodes",
        [new("PostcodeKey", ColumnType.Text), new("District", ColumnType.Text), new("ImdQuintile", ColumnType.Integer)],
        ["PostcodeKey"]);

    [Fact]
    public async Task Commit_TableWithoutKey_KeepsFileOrderAndRepeats()
    {
        var lake = new LakeFixture();
        long[] ids = [.. Enumerable.Range(0, 50).Select(i => i * 7L % 11)];

        var commit = await CommitAsync(lake, "a", List, MergeMode.ReplaceAll, set => Fill(set, ids));

        Assert.Equal((50, 50, 0), (commit.Inserted, commit.RowsAfter, commit.Duplicates));
        Assert.Equal(ids, await IdsAsync(lake));
    }

    [Theory]
    [InlineData(new long[] { 5, 3, 9 }, false)]
    [InlineData(new long[] { 5, 3 }, true)]
    [InlineData(new long[] { 5, 3, 9, 1 }, true)]
    [InlineData(new long[] { 3, 5, 9 }, true)]
    public async Task Commit_TableWithoutKeyAgain_ChangesOnlyWhenItDiffers(long[] ids, bool changes)
    {
        var lake = new LakeFixture();
        await CommitAsync(lake, "a", List, MergeMode.ReplaceAll, set => Fill(set, [5, 3, 9]));

        var commit = await CommitAsync(lake, "b", List, MergeMode.ReplaceAll, set => Fill(set, ids));

        Assert.Equal(changes, commit.Changed);
        Assert.Equal(changes ? (ids.Length, 3, 0) : (0, 0, 3), (commit.Inserted, commit.Removed, commit.Unchanged));
        Assert.Equal(ids, await IdsAsync(lake));
    }

    [Theory]
    [InlineData(MergeMode.Upsert)]
    [InlineData(MergeMode.ReplaceOrganisations)]
    public async Task Commit_TableWithoutKeyAndPartialMode_IsRefused(MergeMode mode) =>
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new LakeFixture(), "a", List, mode, set => Fill(set, [1])));

    [Fact]
    public async Task Commit_TextKey_SortsOrdinallyEvenWhenTheFirstEightCharactersAreEqual()
    {
        var lake = new LakeFixture();
        string[] keys = [.. Enumerable.Range(0, 60).Select(i => $"{(i < 30 ? "abcdefgh" : "é€")}{i * 37 % 60:D2}"), "", "a", "abcdefgh"];
        await CommitAsync(lake, "a", Postcodes, MergeMode.Upsert, set => Fill(set, keys, "E09000012"));

        var commit = await CommitAsync(lake, "b", Postcodes, MergeMode.Upsert, set => Fill(set, [keys[40], keys[3], "zz"], "E09000013"));

        Assert.Equal((1, 2, 64), (commit.Inserted, commit.Updated, commit.RowsAfter));
        var stored = await KeysAsync(lake);
        Assert.Equal(keys.Append("zz").Order(StringComparer.Ordinal), stored);
    }

    [Fact]
    public async Task Commit_NewColumn_IsEmptyInRowsBefore()
    {
        var lake = new LakeFixture();
        await CommitAsync(lake, "a", Postcodes, MergeMode.Upsert, set => Fill(set, [.. Enumerable.Range(10, 40).Select(i => $"{i}")], "E1"));
        var grown = new TableSchema("Postcodes", [Postcodes.Columns[0], new("Lsoa", ColumnType.Text), .. Postcodes.Columns.Skip(1)], ["PostcodeKey"]);

        var commit = await CommitAsync(lake, "b", grown, MergeMode.Upsert, set =>
        {
            set.Texts("PostcodeKey").Append("10");
            set.Texts("District").Append("E1");
            set.Texts("Lsoa").Append("E01");
            set.Integers("ImdQuintile").Append(1);
        });

        Assert.Equal((1, 0), (commit.Updated, commit.Inserted));
        var state = await lake.Store.FindAsync(LakeFixture.Area, "Postcodes", null, default);
        Assert.Equal(["PostcodeKey", "District", "ImdQuintile", "Lsoa"], state!.Schema.Columns.Select(column => column.Name));
        var old = await lake.Store.FindAsync(LakeFixture.Area, "Postcodes", 0, default);
        Assert.Equal(3, old!.Schema.Columns.Count);
        var lsoas = new List<string?>();
        var tables = lake.Store.Open(LakeFixture.Area, "b", new Dictionary<string, long> { ["Postcodes"] = 1 });
        await foreach (var set in tables.ReadAsync("Postcodes", [new("Lsoa", ColumnType.Text)], default)) lsoas.AddRange(set.Texts("Lsoa").Values);
        Assert.Equal(["E01", .. Enumerable.Repeat<string?>(null, 39)], lsoas);
    }

    [Fact]
    public async Task Commit_ColumnOfAnotherType_IsRefusedWithColumnAndRemedy()
    {
        var lake = new LakeFixture();
        await CommitAsync(lake, "a", Postcodes, MergeMode.Upsert, set => Fill(set, ["10"], "E1"));
        var changed = new TableSchema("Postcodes", [Postcodes.Columns[0], new("ImdQuintile", ColumnType.Text)], ["PostcodeKey"]);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => CommitAsync(lake, "b", changed, MergeMode.Upsert, _ => { }));

        Assert.Contains("ImdQuintile", error.Message, StringComparison.Ordinal);
    }

    private static void Fill(ColumnSet set, IEnumerable<long> ids)
    {
        foreach (var id in ids) set.Integers("IDPatient").Append(id);
    }

    private static void Fill(ColumnSet set, IEnumerable<string> keys, string district)
    {
        foreach (var key in keys)
        {
            set.Texts("PostcodeKey").Append(key);
            set.Texts("District").Append(district);
            set.Integers("ImdQuintile").Append(2);
        }
    }

    private static async Task<TableCommit> CommitAsync(LakeFixture lake, string source, TableSchema schema, MergeMode mode, Action<ColumnSet> fill)
    {
        await using var staged = lake.Store.Stage(schema);
        var set = new ColumnSet(staged.StagedSchema);
        fill(set);
        for (var i = 0; i < set.RowCount; i++) set.Booleans("RemovedData").Append(false);
        await staged.AddAsync(set, default);
        return await lake.Store.CommitAsync(LakeFixture.Area, staged, mode, new CommitSource(source, source), onto: null, default);
    }

    private static async Task<List<long>> IdsAsync(LakeFixture lake)
    {
        List<long> ids = [];
        await ReadAsync(lake, List, set => ids.AddRange(set.Integers("IDPatient").Values));
        return ids;
    }

    private static async Task<List<string?>> KeysAsync(LakeFixture lake)
    {
        List<string?> keys = [];
        await ReadAsync(lake, Postcodes, set => keys.AddRange(set.Texts("PostcodeKey").Values));
        return keys;
    }

    private static async Task ReadAsync(LakeFixture lake, TableSchema schema, Action<ColumnSet> take)
    {
        var state = await lake.Store.FindAsync(LakeFixture.Area, schema.Name, null, default);
        var files = new DataFiles(lake.Memory, new ParquetColumnFiles(), LakeFixture.Area, schema.Name);
        foreach (var file in state!.Files)
        {
            await foreach (var set in files.ReadAsync(file, schema, default)) take(set);
        }
    }
}
