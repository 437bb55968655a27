using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Extracts.Tables;

namespace FamilyHubs.Pipeline.Tests.Extracts.Tables;

public sealed class TableReaderTests
{
    public static TheoryData<string> Cases => [.. TortureCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ReadAsync_TortureCase_GivesItsVerdict(string name)
    {
        var (text, rows, refusals) = TortureCases.All[name];

        var result = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        Assert.Equal(rows, string.Join(';', result.Rows.Select(Short)));
        Assert.Equal(refusals, string.Join(';', result.Refusals));
        Assert.Equal(result.Reading.Rows, result.Reading.Kept + result.Reading.Refused.Count);
        Assert.Equal(result.Rows.Count, result.Reading.Kept);
        Assert.Equal(text.Length, result.Reading.Bytes);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ReadAsync_SmallestBlocksByteByByte_GivesTheSame(string name)
    {
        // Padding makes every case longer than a block, so that records lie across block edges.
        var text = TortureCases.All[name].Text + string.Concat(Enumerable.Range(0, 40).Select(i => $"\r\n{i},\"p\nq\",7"));
        var whole = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        var pieces = await TortureTable.ReadAsync(
            new TrickleStream(Encoding.Latin1.GetBytes(text), 1), options: new ReaderOptions { BlockBytes = 256, RowsAtOnce = 3 });

        Assert.Equal(whole.Rows, pieces.Rows);
        Assert.Equal(whole.Refusals, pieces.Refusals);
        Assert.Equal(whole.Raw, pieces.Raw);
        Assert.Equal(whole.Reading.UndefinedBytes, pieces.Reading.UndefinedBytes);
    }

    [Fact]
    public void Cases_AreManyAndEachReasonIsAmongThem()
    {
        Assert.True(TortureCases.All.Count >= 60);
        string[] reasons =
        [
            ReasonCodes.BadDate, ReasonCodes.BadInteger, ReasonCodes.BadNumber, ReasonCodes.BadBoolean, ReasonCodes.MissingKey,
            ReasonCodes.TooFewFields, ReasonCodes.TooManyFields, ReasonCodes.UnclosedQuote,
        ];
        Assert.All(reasons, r => Assert.Contains(TortureCases.All.Values, c => c.Refusals.Contains(r, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReadAsync_UndefinedBytes_AreCountedOverTheWholeFileOnce()
    {
        var result = await TortureTable.ReadAsync(
            TortureTable.Bytes("RowIdentifier,IDPatient,Surname\r\n1,\"7,\u0081\r\n2,8,\u0090\r\n3,9,\u009d\u0081\r\n"));

        Assert.Equal(4, result.Reading.UndefinedBytes);
        Assert.Contains(result.Reading.Findings, f => f.Code == ReasonCodes.UndefinedBytes);
    }

    [Fact]
    public async Task ReadAsync_RecordBeyondAllMeasure_RefusesItAndGoesOn()
    {
        var text = TortureTable.Header + "\r\n1,a,7\r\n2,\"" + new string('x', 3 << 20) + ",8\r\n3,c,9\r\n4," + new string('y', 3 << 20) + "\r\n5,e,11\r\n6,f,x\r\n";

        var result = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        Assert.Equal(["1/a/7", "3/c/9", "5/e/11"], result.Rows.Select(Short));
        Assert.Equal(["3 - unclosed-quote", "5 - too-many-fields", "7 IDPatient bad-integer"], result.Refusals);
        Assert.True(result.Raw.Length < 3 << 20);
    }

    [Fact]
    public async Task ReadAsync_UnclosedQuoteFarFromTheEnd_LosesOneRow()
    {
        var text = TortureTable.Header + "\r\n1,\"a,7\r\n" + string.Concat(Enumerable.Range(2, 60_000).Select(i => $"{i},name of {i},{i}\r\n"));

        var result = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        Assert.Equal(["2 - unclosed-quote"], result.Refusals);
        Assert.Equal(60_000, result.Reading.Kept);
        Assert.Equal("60001/name of 60001/60001", Short(result.Rows[^1]));
    }

    [Fact]
    public async Task ReadAsync_ManyUnclosedQuotes_CountsAndListsEach()
    {
        var text = TortureTable.Header + "\r\n" + string.Concat(Enumerable.Range(1, 1500).Select(i => $"{i},\"a,7\r\n"));

        var result = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        Assert.Equal(1500, result.Reading.Refused.Count);
        Assert.Equal(RefusedRows.FirstCount, result.Reading.Refused.First.Count);
        Assert.Equal(1500, result.Reading.Refused.ByReason[ReasonCodes.UnclosedQuote]);
    }

    [Fact]
    public async Task ReadAsync_RefusedRows_AreKeptAsideAndReadOnceCorrected()
    {
        var first = await TortureTable.ReadAsync(TortureTable.Bytes(TortureTable.Header + "\r\n1,a,7\r\n2,\"caf\u00e9, \"\"b\"\"\r\nc\",x8\r\n3,\"c,9\r\n4,d\r\n"));
        Assert.Equal(TortureTable.Header + "\r\n2,\"caf\u00e9, \"\"b\"\"\r\nc\",x8\r\n3,\"c,9\r\n4,d\r\n", first.Raw);

        var corrected = first.Raw.Replace("x8", "8", StringComparison.Ordinal).Replace("\"c,9", "c,9", StringComparison.Ordinal).Replace("4,d", "4,d,10", StringComparison.Ordinal);
        var second = await TortureTable.ReadAsync(TortureTable.Bytes(corrected));

        Assert.Equal(["2/caf\u00e9, \"b\"\r\nc/8", "3/c/9", "4/d/10"], second.Rows.Select(Short));
        Assert.Empty(second.Refusals);
    }

    [Fact]
    public async Task ReadAsync_ManyRefusedRows_SpillAndAreWholeAgain()
    {
        var filler = new string('z', 400);
        var text = TortureTable.Header + "\r\n" + string.Concat(Enumerable.Range(1, 6000).Select(i => $"{i},{filler},x\r\n"));
        await using var refused = new RefusedRows("SRTorture");
        await new TableReader(TortureTable.Contract, TestBatch.Keys, refused, new ReaderOptions()).ReadAsync(
            TortureTable.Bytes(text), TortureTable.Dialect, new TableSource("SRTorture.csv", false, null, default), NullSink.Instance, null, CancellationToken.None);

        using var raw = new MemoryStream();
        using var list = new MemoryStream();
        await refused.WriteRawAsync(raw, CancellationToken.None);
        await refused.WriteListAsync(list, CancellationToken.None);

        Assert.Equal(text, Encoding.Latin1.GetString(raw.ToArray()));
        var lines = Encoding.UTF8.GetString(list.ToArray()).Split("\r\n");
        Assert.Equal(6002, lines.Length);
        Assert.Equal("Line,Column,Reason", lines[0]);
        Assert.Equal("6001,IDPatient,bad-integer", lines[6000]);
    }

    [Fact]
    public async Task ReadAsync_OtherDelimiterAndQualifier_ReadsTheSame()
    {
        var dialect = TortureTable.Dialect with { Delimiter = '|', Qualifier = '\'' };

        var result = await TortureTable.ReadAsync(TortureTable.Bytes("RowIdentifier|Name|IDPatient\r\n1|'a|\"b\" ''c'''|7\r\n2|'x|8\r\n3|y|9\r\n"), dialect);

        Assert.Equal(["1/a|\"b\" 'c'/7", "3/y/9"], result.Rows.Select(Short));
        Assert.Equal(["3 - unclosed-quote"], result.Refusals);
    }

    [Fact]
    public async Task ReadAsync_WarehouseDialect_PassesOverDashesAndReadsNullWords()
    {
        var dialect = CsvDialect.Of(TestBatch.Settings with { Dialect = "warehouse", Delimiter = "|" });

        var result = await TortureTable.ReadAsync(
            TortureTable.Bytes("RowIdentifier|Name|IDPatient|When|cb_extra\r\n-------------|----|---------|----|----\r\n1|a|7|2019-03-31 10:20:30.1234567|x\r\n2|NULL|8|NULL|NULL\r\n3|c|NULL|2019-03-31|\r\n4|d|9|31 Mar 2019|\r\n"),
            dialect);

        Assert.Equal(["1/a/7+When=2019-03-31T10:20:30", "2//8"], result.Rows.Select(Short));
        Assert.Equal(["5 IDPatient missing-key", "6 When bad-date"], result.Refusals);
        Assert.Equal(["cb_extra"], result.Reading.UnknownColumns);
    }

    [Fact]
    public async Task ReadAsync_ListColumn_CountsNumbersAndTexts()
    {
        var result = await TortureTable.ReadAsync(TortureTable.Bytes("RowIdentifier,IDPatient,Option\r\n1,7,42\r\n2,7,Home\r\n3,7,43\r\n4,7,\r\n"));

        Assert.Equal([new ListStyle("Option", 2, 1)], result.Reading.Lists);
    }

    [Fact]
    public async Task ReadAsync_HeaderDrift_IsReported()
    {
        var result = await TortureTable.ReadAsync(TortureTable.Bytes("RowIdentifier,IDPatient,Number,New/One\r\n1,7,5,x\r\n"));

        Assert.Equal(["New/One"], result.Reading.UnknownColumns);
        Assert.Contains("When", result.Reading.MissingColumns);
        Assert.Contains(result.Reading.Findings, f => f is { Severity: Severity.Warning, Code: ReasonCodes.ColumnUnknown, Column: "New/One" });
        Assert.Contains(result.Reading.Findings, f => f is { Severity: Severity.Note, Code: ReasonCodes.ColumnMissing, Column: "When" });
        Assert.True(result.Reading.IsAccepted);
    }

    [Theory]
    [InlineData("RowIdentifier,Name\r\n1,a\r\n", "IDPatient")]
    [InlineData("Name,IDPatient\r\na,7\r\n", "RowIdentifier")]
    [InlineData("\"RowIdentifier,Name,IDPatient\r\n1,a,7\r\n", "RowIdentifier")]
    [InlineData("", "RowIdentifier")]
    public async Task ReadAsync_KeyColumnMissing_ReadsNoRow(string text, string column)
    {
        var result = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        Assert.Empty(result.Rows);
        Assert.Contains(result.Reading.Findings, f => f.Code == ReasonCodes.KeyColumnMissing && f.Column == column && f.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("RowIdentifier,Name,IDPatient,Name\r\n", Severity.Error)]
    [InlineData("RowIdentifier,Name,IDPatient,Extra,Extra\r\n", Severity.Warning)]
    public async Task ReadAsync_ColumnTwice_IsAnErrorWhenItMatters(string text, Severity severity)
    {
        var result = await TortureTable.ReadAsync(TortureTable.Bytes(text));

        Assert.Contains(result.Reading.Findings, f => f.Code == ReasonCodes.ColumnDuplicate && f.Severity == severity);
    }

    /// <summary>A row in the short form of the cases.</summary>
    private static string Short(string row)
    {
        var cells = row.Split(RowsSink.Separator).Select(c => c.Split('=', 2)).ToDictionary(c => c[0], c => c[1]);
        var others = cells.Where(c => c.Key is not ("RowIdentifier" or "Name" or "IDPatient" or "RemovedData")).Select(c => $"+{c.Key}={c.Value}");
        var removed = cells["RemovedData"] == "true" ? "+RemovedData" : "";
        return $"{cells["RowIdentifier"]}/{cells.GetValueOrDefault("Name")}/{cells.GetValueOrDefault("IDPatient")}{string.Concat(others)}{removed}";
    }
}
