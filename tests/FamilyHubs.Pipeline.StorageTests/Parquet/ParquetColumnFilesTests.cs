using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Columns;
using Parquet;
using Parquet.Schema;

namespace FamilyHubs.Pipeline.StorageTests.Parquet;

public sealed class ParquetColumnFilesTests
{
    private static readonly TableSchema Schema = new(
        "SRCode",
        [
            new("RowIdentifier", ColumnType.Integer),
            new("Value", ColumnType.Number),
            new("Flag", ColumnType.Boolean),
            new("Day", ColumnType.Date),
            new("Time", ColumnType.DateTime),
            new("Text", ColumnType.Text),
        ],
        ["RowIdentifier"]);

    private static readonly ParquetColumnFiles Files = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1000)]
    [InlineData(3, 5003)]
    public async Task WriteRead_RandomCells_GivesThemBack(int seed, int rows)
    {
        var random = new Random(seed);
        ColumnSet[] groups = [Random(random, rows), Random(random, 17), Random(random, rows / 2 + 1)];

        var read = await ReadAsync(await WriteAsync(groups), Schema);

        Assert.Equal(groups.Select(group => group.RowCount), read.Select(group => group.RowCount));
        for (var i = 0; i < groups.Length; i++) AssertEqual(groups[i], read[i]);
    }

    [Fact]
    public async Task WriteRead_Extremes_GivesThemBack()
    {
        var set = new ColumnSet(Schema);
        Append(set, long.MinValue, double.MinValue, true, DateOnly.MinValue, DateTime.MinValue, "");
        var large = new string('é', 70_000) + "\u20AC\U0001F476\r\n\"";
        Append(set, long.MaxValue, double.MaxValue, false, DateOnly.MaxValue, new DateTime(9999, 12, 31, 23, 59, 59), large);
        Append(set, -1, double.Epsilon, true, new DateOnly(1900, 1, 1), new DateTime(1899, 12, 31, 23, 59, 59), "\0");
        Append(set, 0, -0.0, null, new DateOnly(1970, 1, 1), new DateTime(2019, 3, 31, 1, 30, 0), " ");

        AssertEqual(set, Assert.Single(await ReadAsync(await WriteAsync(set), Schema)));
    }

    [Fact]
    public async Task WriteRead_EmptyColumns_StayEmpty()
    {
        var set = new ColumnSet(Schema);
        for (var i = 0; i < 300; i++) Append(set, null, null, null, null, null, null);

        var read = Assert.Single(await ReadAsync(await WriteAsync(set), Schema));

        Assert.All(read.Columns, column => Assert.Equal((300, 300), (column.Count, column.NullCount)));
    }

    [Fact]
    public async Task Write_NoRowGroups_IsAFileWithoutRows()
    {
        var file = await WriteAsync();

        Assert.Empty(await ReadAsync(file, Schema));
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        Assert.Equal(Schema.Columns.Select(column => column.Name), reader.Schema.DataFields.Select(field => field.Name));
    }

    [Fact]
    public async Task Write_SameRows_IsTheSameFile()
    {
        Assert.Equal(await WriteAsync(Random(new Random(1), 500)), await WriteAsync(Random(new Random(1), 500)));
    }

    [Fact]
    public async Task Write_Times_AreAdjustedToUtcAndTheirStatisticsAreInTheirUnit()
    {
        var set = new ColumnSet(Schema);
        Append(set, 1, 1.5, true, new DateOnly(2019, 3, 1), new DateTime(2019, 3, 1, 9, 30, 0), "Y1");
        Append(set, 2, 2.5, true, new DateOnly(2019, 3, 2), new DateTime(2019, 3, 2, 9, 30, 0), "Y2");
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(await WriteAsync(set)));
        using var group = reader.OpenRowGroupReader(0);
        var field = Assert.IsType<DateTimeDataField>(reader.Schema.FindDataField("Time"));
        var metadata = group.GetMetadata(field)!.MetaData!;

        Assert.Equal((DateTimeFormat.Timestamp, DateTimeTimeUnit.Millis, true), (field.DateTimeFormat, field.Unit, field.IsAdjustedToUTC));
        Assert.Equal(Milliseconds(2019, 3, 1), BitConverter.ToInt64(metadata.Statistics!.MinValue!));
        Assert.Equal(Milliseconds(2019, 3, 2), BitConverter.ToInt64(metadata.Statistics!.MaxValue!));
        Assert.Equal(global::Parquet.Meta.CompressionCodec.ZSTD, metadata.Codec);
        Assert.All(reader.Schema.DataFields, column => Assert.True(column.IsNullable));
    }

    private static long Milliseconds(int year, int month, int day) =>
        new DateTimeOffset(year, month, day, 9, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Fact]
    public async Task Read_SomeColumnsAndOneThatIsNew_GivesThemInTheOrderAsked()
    {
        var set = Random(new Random(4), 50);
        var asked = new TableSchema("SRCode", [Schema.Columns[5], new("Later", ColumnType.Number), Schema.Columns[0]], []);

        var read = Assert.Single(await ReadAsync(await WriteAsync(set), asked));

        Assert.Equal(50, read.Numbers("Later").NullCount);
        Assert.Equal(set.Texts("Text").Values.ToArray(), read.Texts("Text").Values.ToArray());
        Assert.Equal(set.Integers("RowIdentifier").Values.ToArray(), read.Integers("RowIdentifier").Values.ToArray());
    }

    [Theory]
    [InlineData("RowIdentifier", ColumnType.Text)]
    [InlineData("Value", ColumnType.Integer)]
    [InlineData("Day", ColumnType.DateTime)]
    [InlineData("Time", ColumnType.Date)]
    [InlineData("Text", ColumnType.Boolean)]
    public async Task Read_ColumnOfAnotherType_IsRefusedByName(string column, ColumnType type)
    {
        var file = await WriteAsync(Random(new Random(5), 5));

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(file, new TableSchema("SRCode", [new(column, type)], [])));

        Assert.Contains(column, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CutFile_IsRefused()
    {
        var file = await WriteAsync(Random(new Random(6), 400));
        for (var length = 0; length < file.Length; length += 211)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(file[..length], Schema));
        }
    }

    [Fact]
    public async Task Write_ToAStreamThatOnlyGoesForward_Works()
    {
        var set = Random(new Random(7), 100);
        using var buffer = new MemoryStream();
        await using (var forward = new ForwardOnlyOutput(buffer)) await Files.WriteAsync(forward, Schema, Sets(set), default);

        AssertEqual(set, Assert.Single(await ReadAsync(buffer.ToArray(), Schema)));
    }

    private static async Task<byte[]> WriteAsync(params ColumnSet[] groups)
    {
        using var output = new MemoryStream();
        await Files.WriteAsync(output, Schema, Sets(groups), default);
        return output.ToArray();
    }

    private static async Task<List<ColumnSet>> ReadAsync(byte[] file, TableSchema schema)
    {
        List<ColumnSet> sets = [];
        await foreach (var set in Files.ReadAsync(new MemoryStream(file), schema, default)) sets.Add(set);
        return sets;
    }

    private static async IAsyncEnumerable<ColumnSet> Sets(params ColumnSet[] groups)
    {
        await Task.CompletedTask;
        foreach (var group in groups) yield return group;
    }

    private static ColumnSet Random(Random random, int rows)
    {
        var set = new ColumnSet(Schema);
        bool Filled() => random.Next(5) > 0;
        for (var i = 0; i < rows; i++)
        {
            Append(
                set,
                Filled() ? random.NextInt64(-5, 1L << random.Next(1, 62)) : null,
                Filled() ? random.NextDouble() * 1000 : null,
                Filled() ? random.Next(2) == 0 : null,
                Filled() ? new DateOnly(2000, 1, 1).AddDays(random.Next(9000)) : null,
                Filled() ? new DateTime(2000, 1, 1).AddSeconds(random.Next()) : null,
                Filled() ? "Y" + random.Next(random.Next(2) == 0 ? 30 : 1_000_000) : null);
        }

        return set;
    }

    private static void Append(ColumnSet set, long? id, double? value, bool? flag, DateOnly? day, DateTime? time, string? text)
    {
        set.Integers("RowIdentifier").Append(id);
        set.Numbers("Value").Append(value);
        set.Booleans("Flag").Append(flag);
        set.Dates("Day").Append(day);
        set.Times("Time").Append(time);
        set.Texts("Text").Append(text);
    }

    private static void AssertEqual(ColumnSet expected, ColumnSet actual)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        for (var column = 0; column < expected.Columns.Count; column++)
        {
            for (var row = 0; row < expected.RowCount; row++)
            {
                Assert.True(expected.Columns[column].CellEquals(row, actual.Columns[column], row), $"{expected.Columns[column].Name}, row {row}");
            }
        }

        for (var row = 0; row < actual.RowCount; row++) Assert.Equal(DateTimeKind.Unspecified, (actual.Times("Time")[row] ?? default).Kind);
    }
}
