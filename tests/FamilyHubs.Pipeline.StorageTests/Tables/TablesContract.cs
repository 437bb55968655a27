using System.Globalization;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.StorageTests.Tables;

/// <summary>What every <see cref="ITables"/> does.</summary>
public abstract class TablesContract
{
    /// <summary>Tables and an empty table.</summary>
    protected abstract Task<(ITables Tables, string Table)> NewAsync();

    [Fact]
    public async Task Insert_EachType_IsReadAsThatType()
    {
        var (tables, table) = await NewAsync();
        var row = Row("p", "r", new()
        {
            ["Text"] = "Été, O'Brien \"quoted\"\r\n<b>",
            ["Empty"] = "",
            ["Flag"] = true,
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["SmallLong"] = 3L,
            ["Number"] = 33.333333333333336,
            ["WholeNumber"] = 5.0,
            ["Time"] = new DateTimeOffset(2019, 3, 31, 1, 30, 15, 250, TimeSpan.FromHours(1)),
            ["Bytes"] = new byte[] { 0, 1, 255 },
            ["Null"] = null,
        });

        var etag = await tables.InsertAsync(table, row, default);

        var read = await tables.FindAsync(table, "p", "r", default);
        Assert.Equal(etag, read!.ETag);
        Assert.Equal(row.Values.Count - 1, read.Values.Count);
        foreach (var (name, value) in row.Values.Where(value => value.Value is not null))
        {
            Assert.Equal(value!.GetType(), read.Values[name]!.GetType());
            Assert.Equal(value, read.Values[name]);
        }
        Assert.Equal(TimeSpan.Zero, read.Time("Time")!.Value.Offset);
    }

    [Fact]
    public async Task Insert_Exists_ConflictsEvenWithEqualValues()
    {
        var (tables, table) = await NewAsync();
        await tables.InsertAsync(table, Row("p", "r", new() { ["Value"] = 1 }), default);

        await Assert.ThrowsAsync<TableConflictException>(() => tables.InsertAsync(table, Row("p", "r", new() { ["Value"] = 1 }), default));
        await Assert.ThrowsAsync<TableConflictException>(() => tables.InsertAsync(table, Row("p", "r", new() { ["Value"] = 2 }), default));
    }

    [Fact]
    public async Task Insert_ManyAtOnce_OneWins()
    {
        var (tables, table) = await NewAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await tables.InsertAsync(table, Row("p", "r", new() { ["Value"] = i }), default);
                return i;
            }
            catch (TableConflictException)
            {
                return -1;
            }
        }));

        var winner = Assert.Single(results, i => i >= 0);
        Assert.Equal(winner, (await tables.FindAsync(table, "p", "r", default))!.Integer("Value"));
    }

    [Fact]
    public async Task Replace_CurrentETag_RemovesPropertiesThatAreNoMore()
    {
        var (tables, table) = await NewAsync();
        var etag = await tables.InsertAsync(table, Row("p", "r", new() { ["Old"] = 1, ["Both"] = 1 }), default);

        var next = await tables.ReplaceAsync(table, Row("p", "r", new() { ["Both"] = 2 }) with { ETag = etag }, default);

        var read = await tables.FindAsync(table, "p", "r", default);
        Assert.NotEqual(etag, next);
        Assert.Equal(next, read!.ETag);
        Assert.Equal(2, Assert.Single(read.Values).Value);
    }

    [Fact]
    public async Task Replace_EarlierETag_Conflicts()
    {
        var (tables, table) = await NewAsync();
        var etag = await tables.InsertAsync(table, Row("p", "r", new() { ["Value"] = 1 }), default);
        await tables.ReplaceAsync(table, Row("p", "r", new() { ["Value"] = 2 }) with { ETag = etag }, default);

        await Assert.ThrowsAsync<TableConflictException>(
            () => tables.ReplaceAsync(table, Row("p", "r", new() { ["Value"] = 3 }) with { ETag = etag }, default));

        Assert.Equal(2, (await tables.FindAsync(table, "p", "r", default))!.Integer("Value"));
    }

    [Fact]
    public async Task Replace_RowGone_Conflicts()
    {
        var (tables, table) = await NewAsync();
        var etag = await tables.InsertAsync(table, Row("p", "r"), default);
        await tables.DeleteAsync(table, "p", "r", default);

        await Assert.ThrowsAsync<TableConflictException>(() => tables.ReplaceAsync(table, Row("p", "r") with { ETag = etag }, default));
    }

    [Fact]
    public async Task Replace_WithoutETag_IsRefused()
    {
        var (tables, table) = await NewAsync();
        await tables.InsertAsync(table, Row("p", "r"), default);

        await Assert.ThrowsAsync<ArgumentException>(() => tables.ReplaceAsync(table, Row("p", "r"), default));
    }

    [Fact]
    public async Task Upsert_250RowsInTwoPartitions_AreAllThereAndTwiceIsTheSame()
    {
        var (tables, table) = await NewAsync();
        var rows = Enumerable.Range(0, 250)
            .Select(i => Row(i % 2 == 0 ? "even" : "odd", i.ToString("D4", CultureInfo.InvariantCulture), new() { ["Value"] = i })).ToList();

        await tables.UpsertAsync(table, rows, default);
        await tables.UpsertAsync(table, rows, default);

        Assert.Equal(125, (await QueryAsync(tables, table, "even")).Count);
        Assert.Equal(Enumerable.Range(0, 125).Select(i => (long?)(2 * i + 1)), (await QueryAsync(tables, table, "odd")).Select(row => row.Integer("Value")));
    }

    [Fact]
    public async Task Upsert_RowExists_IsReplacedWhole()
    {
        var (tables, table) = await NewAsync();
        await tables.InsertAsync(table, Row("p", "r", new() { ["Old"] = 1 }), default);

        await tables.UpsertAsync(table, [Row("p", "r", new() { ["New"] = 2 })], default);

        Assert.Equal("New", Assert.Single((await tables.FindAsync(table, "p", "r", default))!.Values).Key);
    }

    [Fact]
    public async Task Upsert_NoRows_DoesNothing()
    {
        var (tables, table) = await NewAsync();

        await tables.UpsertAsync(table, [], default);

        Assert.Empty(await QueryAsync(tables, table, "p"));
    }

    [Fact]
    public async Task Upsert_SameKeyTwice_IsRefusedAndWritesNothing()
    {
        var (tables, table) = await NewAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => tables.UpsertAsync(table, [Row("a", "r"), Row("p", "r"), Row("p", "r")], default));

        Assert.Empty(await QueryAsync(tables, table, "a"));
    }

    [Fact]
    public async Task Upsert_RowsThatTogetherPassTheLimitOfATransaction_AreSplit()
    {
        var (tables, table) = await NewAsync();
        var text = new string('x', 32_000);
        var rows = Enumerable.Range(0, 30).Select(i => Row("p", i.ToString("D2", CultureInfo.InvariantCulture), new()
        {
            ["A"] = text, ["B"] = text, ["C"] = text, ["D"] = text,
        })).ToList();

        await tables.UpsertAsync(table, rows, default);

        Assert.Equal(30, (await QueryAsync(tables, table, "p")).Count);
    }

    [Fact]
    public async Task Query_MoreThanAPage_GivesAllInOrder()
    {
        var (tables, table) = await NewAsync();
        await tables.UpsertAsync(table, [.. Enumerable.Range(0, 1203).Select(i => Row("p", i.ToString("D5", CultureInfo.InvariantCulture)))], default);

        var rows = await QueryAsync(tables, table, "p");

        Assert.Equal(Enumerable.Range(0, 1203).Select(i => i.ToString("D5", CultureInfo.InvariantCulture)), rows.Select(row => row.Row));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a/")]
    [InlineData("a/b.")]
    [InlineData("b!")]
    [InlineData("é")]
    [InlineData("~")]
    [InlineData("none")]
    public async Task Query_Prefix_GivesTheRowsThatBeginWithIt(string prefix)
    {
        var (tables, table) = await NewAsync();
        string[] keys = ["", "a", "a/", "a/b", "a/b.c", "a/b/c", "a0", "A", "b!", "b!002F", "b/", "é1", "e", "~", "~~", "\t", "a\u007F", "日本"];
        await tables.UpsertAsync(table, [.. keys.Select(key => Row("p/1", key)), .. keys.Select(key => Row("p", key))], default);

        var rows = await QueryAsync(tables, table, "p/1", prefix);

        Assert.Equal(keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal), rows.Select(row => row.Row));
        Assert.All(rows, row => Assert.Equal("p/1", row.Partition));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(@"A/B\C#D?E")]
    [InlineData("!")]
    [InlineData("!002F")]
    [InlineData("50% + 1 & 2 = 3; ' \" <x> {y}")]
    [InlineData("%2F%252F")]
    [InlineData("it''s")]
    [InlineData(" leading and trailing ")]
    [InlineData("tab\tline\r\nnul\0del\u007Fc1\u009F")]
    [InlineData("日本 \U0001F9D2 \uFFFD")]
    [InlineData("\uD83E lone \uDD12")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Keys_AnyText_AreKept(string key)
    {
        var (tables, table) = await NewAsync();

        var etag = await tables.InsertAsync(table, Row(key, key, new() { ["Value"] = 1 }), default);

        var found = await tables.FindAsync(table, key, key, default);
        Assert.Equal((key, key), (found!.Partition, found.Row));
        Assert.Equal(key, Assert.Single(await QueryAsync(tables, table, key, key)).Row);
        await tables.ReplaceAsync(table, Row(key, key, new() { ["Value"] = 2 }) with { ETag = etag }, default);
        await tables.UpsertAsync(table, [Row(key, key, new() { ["Value"] = 3 })], default);
        Assert.Equal(3, (await tables.FindAsync(table, key, key, default))!.Integer("Value"));
        await tables.DeleteAsync(table, key, key, default);
        Assert.Null(await tables.FindAsync(table, key, key, default));
    }

    [Fact]
    public async Task Find_NoRow_IsNull()
    {
        var (tables, table) = await NewAsync();

        Assert.Null(await tables.FindAsync(table, "p", "r", default));
    }

    [Fact]
    public async Task Delete_Twice_LeavesNothing()
    {
        var (tables, table) = await NewAsync();
        await tables.InsertAsync(table, Row("p", "r"), default);

        await tables.DeleteAsync(table, "p", "r", default);
        await tables.DeleteAsync(table, "p", "r", default);

        Assert.Null(await tables.FindAsync(table, "p", "r", default));
    }

    [Fact]
    public async Task RowAsRead_ChangedByTheCaller_DoesNotChangeTheStore()
    {
        var (tables, table) = await NewAsync();
        var bytes = new byte[] { 1 };
        await tables.InsertAsync(table, Row("p", "r", new() { ["Bytes"] = bytes }), default);
        bytes[0] = 2;

        var read = await tables.FindAsync(table, "p", "r", default);
        ((byte[])read!.Values["Bytes"]!)[0] = 3;
        read.Values["More"] = 1;

        var again = await tables.FindAsync(table, "p", "r", default);
        Assert.Equal([1], (byte[])Assert.Single(again!.Values).Value!);
    }

    [Fact]
    public async Task TableMissing_EverythingSaysSo()
    {
        var (tables, _) = await NewAsync();
        const string missing = "NoSuchTable";

        foreach (var use in new Func<Task>[]
        {
            () => tables.FindAsync(missing, "p", "r", default),
            () => QueryAsync(tables, missing, "p"),
            () => tables.InsertAsync(missing, Row("p", "r"), default),
            () => tables.ReplaceAsync(missing, Row("p", "r") with { ETag = "W/\"1\"" }, default),
            () => tables.UpsertAsync(missing, [Row("p", "r")], default),
            () => tables.DeleteAsync(missing, "p", "r", default),
        })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(use);
            Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_RowOverALimit_IsRefusedWithoutItsValues()
    {
        var (tables, table) = await NewAsync();
        var row = Row("p", "r", new() { ["Name"] = new string('S', 40_000) });

        foreach (var write in new Func<Task>[]
        {
            () => tables.InsertAsync(table, row, default),
            () => tables.ReplaceAsync(table, row with { ETag = "W/\"1\"" }, default),
            () => tables.UpsertAsync(table, [Row("p", "first"), row], default),
        })
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(write);
            Assert.Contains("Name", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("SSS", error.Message, StringComparison.Ordinal);
        }
        Assert.Empty(await QueryAsync(tables, table, "p"));
    }

    protected static TableRow Row(string partition, string row, Dictionary<string, object?>? values = null) =>
        new(partition, row) { Values = values ?? [] };

    private static async Task<List<TableRow>> QueryAsync(ITables tables, string table, string partition, string prefix = "")
    {
        var rows = new List<TableRow>();
        await foreach (var row in tables.QueryAsync(table, partition, prefix, default)) rows.Add(row);
        return rows;
    }
}
