using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Upkeep;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>Upkeep changes no row of any version in use.</summary>
public sealed class UpkeepTests
{
    private const string Table = "SRTest";

    [Fact]
    public async Task Keep_ManySmallFiles_PutsThemTogetherAndKeepsTheRows()
    {
        var lake = await SmallFilesAsync();
        var before = await lake.RowsAsync();
        var files = (await lake.Store.FindAsync(LakeFixture.Area, Table, null, default))!.Files.Count;

        var done = await KeepAsync(lake, _ => true);

        var state = (await lake.Store.FindAsync(LakeFixture.Area, Table, null, default))!;
        Assert.InRange(files, 12, int.MaxValue);
        Assert.InRange(state.Files.Count, 1, 6);
        Assert.Equal(done!.Version, state.Version);
        Assert.Equal(before, await lake.RowsAsync());
        Assert.Equal(before, await lake.RowsAsync(state.Version - 1));
    }

    [Fact]
    public async Task Keep_Again_HasNothingToDo()
    {
        var lake = await SmallFilesAsync();
        await KeepAsync(lake, _ => false);

        Assert.True((await KeepAsync(lake, _ => false))!.IsNothing);
    }

    [Fact]
    public async Task Keep_DryRun_TellsTheSameAndChangesNothing()
    {
        var lake = await SmallFilesAsync();
        var before = lake.Memory.Contents(Containers.Lake).Keys.ToArray();

        var told = await KeepAsync(lake, _ => true, dryRun: true);

        Assert.Equal(before, lake.Memory.Contents(Containers.Lake).Keys);
        var done = await KeepAsync(lake, _ => true);
        Assert.Equal((told!.Compacted, told.Into), (done!.Compacted, done.Into));
    }

    [Fact]
    public async Task Keep_VersionsInUse_StayReadableAndOthersGo()
    {
        var lake = await SmallFilesAsync();
        var pinned = new[] { 2L, 7L };
        var before = await Task.WhenAll(pinned.Select(version => lake.RowsAsync(version)));

        var done = await KeepAsync(lake, pinned.Contains);

        Assert.InRange(done!.Deleted, 1, int.MaxValue);
        Assert.Equal(before, await Task.WhenAll(pinned.Select(version => lake.RowsAsync(version))));
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync(4));
        Assert.Contains("older than the history that is kept", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_FileThatNoVersionHas_GoesWhenItIsOld()
    {
        var lake = await SmallFilesAsync();
        const string Young = "hackney/SRTest/part-young.parquet";
        await lake.Memory.WriteAsync(Containers.Lake, Young, new MemoryStream([1]), WriteCondition.Always, default);

        await KeepAsync(lake, _ => true);
        Assert.Contains(Young, lake.Memory.Contents(Containers.Lake).Keys);

        lake.Time.Advance(TimeSpan.FromDays(2));
        await KeepAsync(lake, _ => true);
        Assert.DoesNotContain(Young, lake.Memory.Contents(Containers.Lake).Keys);
    }

    [Fact]
    public async Task Keep_TenCommits_WritesACheckpointAndItsPointer()
    {
        var lake = await SmallFilesAsync();

        var done = await KeepAsync(lake, _ => true);

        var log = lake.Memory.Contents(Containers.Lake);
        Assert.Equal(done!.Version, done.Checkpoint);
        Assert.Contains($"hackney/SRTest/_delta_log/{done.Version:D20}.checkpoint.parquet", log.Keys);
        var last = System.Text.Json.JsonElement.Parse(log["hackney/SRTest/_delta_log/_last_checkpoint"].Span);
        Assert.Equal(done.Version, last.GetProperty("version").GetInt64());
        Assert.Null((await KeepAsync(lake, _ => true))!.Checkpoint);
    }

    [Fact]
    public async Task Keep_TableThatDoesNotExist_IsNull() => Assert.Null(await KeepAsync(new LakeFixture(), _ => true));

    [Fact]
    public async Task Commit_AfterColumnsCameAndWent_ReadsOldRowsAsEmptyAndKeepsTheOldColumn()
    {
        var lake = new LakeFixture();
        var key = LakeFixture.Schema.Columns.Take(2).ToArray();
        await CommitAsync(lake, "a", [.. key, new("Old", ColumnType.Text)], 1, "first");
        await CommitAsync(lake, "b", [.. key, new("New", ColumnType.Text)], 2, "second");
        await CommitAsync(lake, "c", [.. key, new("New", ColumnType.Text)], 1, "third");

        var rows = await ReadAsync(lake, 1);
        Assert.Equal([(1L, "first", null), (2L, null, "second")], rows);
        Assert.Equal([(1L, null, "third"), (2L, null, "second")], await ReadAsync(lake, 2));
        Assert.Equal([(1L, "first", (string?)null)], await ReadAsync(lake, 0));
    }

    private static async Task CommitAsync(LakeFixture lake, string source, ColumnDefinition[] columns, long id, string text)
    {
        await using var staged = lake.Store.Stage(new TableSchema(Table, columns, LakeFixture.Schema.Key));
        var set = new ColumnSet(staged.StagedSchema);
        set.Integers("RowIdentifier").Append(id);
        set.Texts("IDOrganisationVisibleTo").Append("ORG1");
        set.Texts(columns[2].Name).Append(text);
        set.Booleans("RemovedData").Append(false);
        await staged.AddAsync(set, default);
        await lake.Store.CommitAsync(LakeFixture.Area, staged, MergeMode.Upsert, new CommitSource(source, source), onto: null, default);
    }

    private static async Task<List<(long Id, string? Old, string? New)>> ReadAsync(LakeFixture lake, long version)
    {
        List<(long, string?, string?)> found = [];
        var tables = lake.Store.Open(LakeFixture.Area, "extract", new Dictionary<string, long>(StringComparer.Ordinal) { [Table] = version });
        ColumnDefinition[] columns = [new("RowIdentifier", ColumnType.Integer), new("Old", ColumnType.Text), new("New", ColumnType.Text)];
        await foreach (var rows in tables.ReadAsync(Table, columns, default))
        {
            found.AddRange(Enumerable.Range(0, rows.RowCount).Select(row => (rows.Integers("RowIdentifier")[row]!.Value, rows.Texts("Old")[row], rows.Texts("New")[row])));
        }

        return found;
    }

    /// <summary>A table of which removals have left many small files.</summary>
    private static async Task<LakeFixture> SmallFilesAsync()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("full", MergeMode.Upsert, [.. Enumerable.Range(1, 128).Select(id => new LakeRow(id, "ORG1", id, null, "Y1", null, null, null))]);
        foreach (var rest in new[] { 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13 })
        {
            await lake.CommitAsync(
                $"batch-{rest}", MergeMode.Upsert, [.. Enumerable.Range(1, 128).Where(id => id % 16 == rest).Select(id => LakeRow.Removal(id, "ORG1"))]);
        }

        return lake;
    }

    private static Task<TableUpkeep?> KeepAsync(LakeFixture lake, Func<long, bool> needed, bool dryRun = false) => lake.Store.KeepAsync(
        LakeFixture.Area, Table, needed, lake.Time.GetUtcNow().AddDays(-1), new CheckpointFiles(), dryRun, default);
}
