using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Merging;
using FamilyHubs.Pipeline.Lake.Staging;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>Damaged bytes give the exact data or a refusal, never other data (quality.md 2).</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task Read_AnyByteRegionOfADataFileDamaged_IsRefused()
    {
        var lake = await FilledAsync();
        var (name, content) = lake.Memory.Contents(Containers.Lake).First(blob => blob.Key.EndsWith(".parquet", StringComparison.Ordinal));
        for (var at = 0; at < content.Length; at += 37)
        {
            var damaged = content.ToArray();
            damaged[at] ^= 0x10;
            await lake.Memory.WriteAsync(Containers.Lake, name, new MemoryStream(damaged), WriteCondition.Always, default);
            await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync());
        }

        await lake.Memory.WriteAsync(Containers.Lake, name, new MemoryStream(content[..^1].ToArray()), WriteCondition.Always, default);
        await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync());
        await lake.Memory.WriteAsync(Containers.Lake, name, new MemoryStream([.. content.Span, 0]), WriteCondition.Always, default);
        await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync());
        await lake.Memory.WriteAsync(Containers.Lake, name, new MemoryStream(content.ToArray()), WriteCondition.Always, default);
        Assert.Equal(40, (await lake.RowsAsync()).Count);
    }

    [Fact]
    public async Task Commit_OnADamagedFile_LeavesTheTableAsItIs()
    {
        var lake = await FilledAsync();
        var name = lake.Memory.Contents(Containers.Lake).Keys.First(key => key.EndsWith(".parquet", StringComparison.Ordinal));
        await lake.Memory.WriteAsync(Containers.Lake, name, new MemoryStream([1, 2, 3]), WriteCondition.Always, default);

        await Assert.ThrowsAsync<InvalidDataException>(() => lake.CommitAsync("b", MergeMode.ReplaceAll, LakeRow.Random(new Random(1), 9, 1)));

        Assert.Equal(0, (await lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default))!.Version);
    }

    [Fact]
    public async Task Find_LogEntryMissingCutOrForeign_IsRefused()
    {
        var lake = await FilledAsync();
        await lake.CommitAsync("b", MergeMode.Upsert, LakeRow.Random(new Random(1), 9, 1) with { Code = "new" });
        const string First = "hackney/SRTest/_delta_log/00000000000000000000.json";
        var content = lake.Memory.Contents(Containers.Lake)[First].ToArray();
        byte[][] damages = [content[..^1], content[..(content.Length / 2)], [], [.. "not json\n"u8]];
        foreach (var damage in damages)
        {
            await lake.Memory.WriteAsync(Containers.Lake, First, new MemoryStream(damage), WriteCondition.Always, default);
            await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync());
        }

        await lake.Memory.DeleteAsync(Containers.Lake, First, default);
        await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync());
    }

    [Fact]
    public async Task Find_LineOfTheLogMissing_IsRefusedBecauseTheRowsDoNotAddUp()
    {
        var lake = await FilledAsync();
        const string First = "hackney/SRTest/_delta_log/00000000000000000000.json";
        var lines = System.Text.Encoding.UTF8.GetString(lake.Memory.Contents(Containers.Lake)[First].Span).Split('\n');
        var content = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, line) => line != 4)));
        await lake.Memory.WriteAsync(Containers.Lake, First, new MemoryStream(content), WriteCondition.Always, default);

        await Assert.ThrowsAsync<InvalidDataException>(() => lake.RowsAsync());
    }

    [Fact]
    public void SpillFile_AnyByteRegionDamaged_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var spill = new SpillFile(LakeFixture.Schema, folder.Path);
        var rows = new ColumnSet(LakeFixture.Schema);
        for (var i = 0; i < 50; i++)
        {
            foreach (var column in rows.Columns) column.AppendNull();
            rows.Columns[0].Clear();
        }

        for (var i = 0; i < 50; i++) rows.Integers("RowIdentifier").Append(i);
        var block = Assert.Single(spill.Append(rows));
        Assert.Equal(50, spill.Read(block).RowCount);
        using var file = new FileStream(spill.Path!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        for (var at = 0; at < block.Length; at += 11)
        {
            Flip(file, at);
            Assert.Throws<InvalidDataException>(() => spill.Read(block));
            Flip(file, at);
        }

        Assert.Equal(49, spill.Read(block).Integers("RowIdentifier")[49]);
        file.SetLength(block.Length - 1);
        Assert.Throws<InvalidDataException>(() => spill.Read(block));
    }

    [Fact]
    public async Task Stage_Disposed_LeavesNoFileAndFreesItsBudget()
    {
        using var folder = new TemporaryFolder();
        var lake = new LakeFixture(LakeFixture.Small with { SpillFolder = folder.Path, StagingBytes = 1500 });
        var rows = Enumerable.Range(0, 200).Select(i => LakeRow.Random(new Random(i), 500, 3)).ToList();
        var staged = await lake.StageAsync(rows);
        Assert.Single(Directory.GetFiles(folder.Path));

        await staged.DisposeAsync();

        Assert.Empty(Directory.GetFiles(folder.Path));
        await using var small = await lake.StageAsync(rows[..6]);
        Assert.Equal(6, small.Complete().OfType<MemoryRun>().Sum(run => run.Read().Sum(set => set.RowCount)) + small.RunDuplicates);
    }

    [Theory]
    [InlineData(10, 1, 1)]
    [InlineData(11, 0, 1)]
    public void Tally_RowLostOrCountedTwice_StopsTheCommit(long rowsAfter, long rowsIn, long inserted)
    {
        var tally = new MergeTally { Inserted = inserted };

        Assert.Throws<InvalidOperationException>(() => tally.ToCommit("SRTest", 1, 10, rowsIn, 0, rowsAfter));
    }

    private static void Flip(FileStream file, long at)
    {
        file.Position = at;
        var value = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(value ^ 1));
        file.Flush();
    }

    private static async Task<LakeFixture> FilledAsync()
    {
        var lake = new LakeFixture();
        var rows = Enumerable.Range(0, 40).Select(i => LakeRow.Random(new Random(i), 9, 3) with { Id = i });
        await lake.CommitAsync("a", MergeMode.Upsert, rows.ToList());
        return lake;
    }
}
