using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.Tests.Lake;

public sealed class ExtractTablesTests
{
    private static readonly ColumnDefinition Id = new("RowIdentifier", ColumnType.Integer);
    private static readonly ColumnDefinition Code = new("Code", ColumnType.Text);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Read_RecordsSeenBySeveralOrganisations_GivesTheLatestRowOfEach(int seed)
    {
        var random = new Random(seed);
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Enumerable.Range(0, 300).Select(_ => LakeRow.Random(random, 80, 4)).ToList());
        var expected = (await lake.RowsAsync()).GroupBy(row => row.Id)
            .Select(record => record.OrderBy(row => row.Recorded ?? DateTime.MinValue).ThenBy(row => row.Organisation, StringComparer.Ordinal).Last());

        List<LakeRow> actual = [];
        await foreach (var set in Tables(lake, 0).ReadAsync("SRTest", LakeFixture.Schema.Columns, default)) actual.AddRange(LakeFixture.Read(set));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Read_ColumnsAsked_GivesThemInTheirOrderAndNoOthers()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, LakeRow.Random(new Random(1), 9, 1), LakeRow.Random(new Random(2), 9, 3));

        await foreach (var set in Tables(lake, 0).ReadAsync("SRTest", [Code, Id], default))
        {
            Assert.Equal([Code, Id], set.Schema.Columns);
        }
    }

    [Fact]
    public async Task Read_PinnedVersion_IsNotTouchedByLaterCommits()
    {
        var lake = new LakeFixture();
        var row = LakeRow.Random(new Random(1), 9, 1);
        await lake.CommitAsync("a", MergeMode.Upsert, row with { Code = "Y1" });
        var pinned = Tables(lake, 0);
        await lake.CommitAsync("b", MergeMode.Upsert, row with { Code = "Y2" });

        Assert.Equal(["Y1"], await CodesAsync(pinned));
        Assert.Equal(["Y2"], await CodesAsync(Tables(lake, 1)));
    }

    [Fact]
    public async Task Read_ColumnThatNeverCame_IsEmptyInEveryRow()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Enumerable.Range(1, 20).Select(id => LakeRow.Random(new Random(id), 900, 1)).ToList());
        var rows = 0;

        await foreach (var set in Tables(lake, 0).ReadAsync("SRTest", [new("Later", ColumnType.Date)], default))
        {
            rows += set.RowCount;
            Assert.Equal(set.RowCount, set.Dates("Later").NullCount);
        }

        Assert.Equal((await lake.RowsAsync()).Select(row => row.Id).Distinct().Count(), rows);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1L)]
    public async Task Read_TableThatNeverCame_IsEmpty(long? version)
    {
        var versions = new Dictionary<string, long>();
        if (version is { } pinned) versions["SRTest"] = pinned;
        var tables = new LakeFixture().Store.Open(LakeFixture.Area, "20190304_0600", versions);

        Assert.Empty(await CodesAsync(tables));
    }

    [Fact]
    public async Task Read_PinnedVersionThatIsNotThere_SaysSo()
    {
        var lake = new LakeFixture();
        await Assert.ThrowsAsync<InvalidDataException>(() => CodesAsync(Tables(lake, 0)));
        await lake.CommitAsync("a", MergeMode.Upsert, LakeRow.Random(new Random(1), 9, 1));
        await Assert.ThrowsAsync<InvalidDataException>(() => CodesAsync(Tables(lake, 1)));
    }

    [Fact]
    public async Task Read_ColumnOfAnotherType_IsAClearError()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, LakeRow.Random(new Random(1), 9, 1));

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var set in Tables(lake, 0).ReadAsync("SRTest", [new("Code", ColumnType.Integer)], default))
            {
                Assert.Fail($"{set.RowCount} rows were read.");
            }
        });

        Assert.Contains("Code", error.Message, StringComparison.Ordinal);
    }

    private static IExtractTables Tables(LakeFixture lake, long version) =>
        lake.Store.Open(LakeFixture.Area, "20190304_0600", new Dictionary<string, long> { ["SRTest"] = version });

    private static async Task<List<string?>> CodesAsync(IExtractTables tables)
    {
        List<string?> codes = [];
        await foreach (var set in tables.ReadAsync("SRTest", [Code], default)) codes.AddRange(set.Texts("Code").Values);
        return codes;
    }
}
