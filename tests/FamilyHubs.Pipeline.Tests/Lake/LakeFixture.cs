using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>A lake in memory with real Parquet files and sizes so small that every path is taken.</summary>
internal sealed class LakeFixture
{
    public const string Area = "hackney";

    public LakeFixture(LakeOptions? options = null, Func<IBlobs, IBlobs>? wrap = null)
    {
        Memory = new InMemoryBlobs(Time);
        Blobs = wrap?.Invoke(Memory) ?? Memory;
        Store = new LakeStore(Blobs, new ParquetColumnFiles(), Time, options ?? Small);
    }

    public static LakeOptions Small { get; } = new() { RunRows = 7, StagingBytes = 600, FileRows = 8, RowGroupRows = 4 };

    public static TableSchema Schema { get; } = new(
        "SRTest",
        [
            new("RowIdentifier", ColumnType.Integer),
            new("IDOrganisationVisibleTo", ColumnType.Text),
            new("IDPatient", ColumnType.Integer),
            new("DateEventRecorded", ColumnType.DateTime),
            new("Code", ColumnType.Text),
            new("Value", ColumnType.Number),
            new("Flag", ColumnType.Boolean),
            new("Day", ColumnType.Date),
        ],
        ["RowIdentifier", "IDOrganisationVisibleTo"]);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2019, 3, 4, 6, 0, 0, TimeSpan.Zero));

    public InMemoryBlobs Memory { get; }

    public IBlobs Blobs { get; }

    public LakeStore Store { get; }

    public async Task<TableCommit> CommitAsync(string source, MergeMode mode, params IReadOnlyList<LakeRow> rows)
    {
        await using var staged = await StageAsync(rows);
        return await Store.CommitAsync(Area, staged, mode, new CommitSource(source, "hash-" + source), onto: null, default);
    }

    public async Task<StagedTable> StageAsync(IReadOnlyList<LakeRow> rows, int setRows = 5)
    {
        var staged = Store.Stage(Schema);
        var set = new ColumnSet(staged.StagedSchema);
        foreach (var piece in rows.Chunk(setRows))
        {
            set.Clear();
            foreach (var row in piece) Append(set, row);
            await staged.AddAsync(set, default);
        }

        return staged;
    }

    /// <summary>Every row of a version, as the files hold them.</summary>
    public async Task<List<LakeRow>> RowsAsync(long? version = null)
    {
        List<LakeRow> rows = [];
        if (await Store.FindAsync(Area, Schema.Name, version, default) is not { } state) return rows;
        var files = new DataFiles(Memory, new ParquetColumnFiles(), Area, Schema.Name);
        foreach (var file in state.Files)
        {
            await foreach (var set in files.ReadAsync(file, Schema, default)) rows.AddRange(Read(set));
        }

        return rows;
    }

    public static IEnumerable<LakeRow> Read(ColumnSet set)
    {
        for (var i = 0; i < set.RowCount; i++)
        {
            yield return new LakeRow(
                set.Integers("RowIdentifier")[i]!.Value,
                set.Texts("IDOrganisationVisibleTo")[i],
                set.Integers("IDPatient")[i],
                set.Times("DateEventRecorded")[i],
                set.Texts("Code")[i],
                set.Numbers("Value")[i],
                set.Booleans("Flag")[i],
                set.Dates("Day")[i]);
        }
    }

    private static void Append(ColumnSet set, LakeRow row)
    {
        set.Integers("RowIdentifier").Append(row.Id);
        set.Texts("IDOrganisationVisibleTo").Append(row.Organisation);
        set.Integers("IDPatient").Append(row.Patient);
        set.Times("DateEventRecorded").Append(row.Recorded);
        set.Texts("Code").Append(row.Code);
        set.Numbers("Value").Append(row.Value);
        set.Booleans("Flag").Append(row.Flag);
        set.Dates("Day").Append(row.Day);
        set.Booleans("RemovedData").Append(row.Removed);
    }
}
