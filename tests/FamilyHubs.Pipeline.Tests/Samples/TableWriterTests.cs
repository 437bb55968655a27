using System.Text;
using FamilyHubs.Pipeline.Cli.Samples.Writers;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class TableWriterTests
{
    [Fact]
    public async Task End_AllTypes_WritesThemAsSystmOneDoes()
    {
        using var output = new MemoryStream();
        var writer = await WriterAsync(output, "SRThing", delta: true);
        writer.Begin();
        writer.Set("RowIdentifier", 12L);
        writer.Set("When", new DateTime(2019, 9, 5, 14, 53, 8));
        writer.Set("Day", new DateTime(2019, 9, 5, 14, 53, 8));
        writer.Set("Yes", true);
        writer.Set("Size", 3.5);
        writer.Set("Text", "a \"b\", c\r\nd \u2019");
        writer.End();
        writer.Begin();
        writer.Set("RowIdentifier", -1L);
        writer.MarkRemoved();
        writer.End();
        await writer.FlushAsync(CancellationToken.None);
        Assert.Equal(
            "RowIdentifier,When,Day,Yes,Size,Text,RemovedData\r\n"
            + "12,05 Sep 2019 14:53:08,05 Sep 2019,TRUE,3.5,\"a \"\"b\"\", c\r\nd \u0092\",0\r\n"
            + "-1,,,,,,1\r\n",
            Encoding.Latin1.GetString(output.ToArray()));
        Assert.Equal(5, writer.Line);
        Assert.Equal(2, writer.Rows);
    }

    [Fact]
    public async Task Set_UnknownColumn_NamesTableAndColumn()
    {
        using var output = new MemoryStream();
        var writer = await WriterAsync(output, "SRThing", delta: false);
        writer.Begin();
        var error = Assert.Throws<InvalidOperationException>(() => writer.Set("Colour", 1L));
        Assert.Contains("SRThing has no column Colour", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_TextOutsideWindows1252_Throws()
    {
        using var output = new MemoryStream();
        var writer = await WriterAsync(output, "SRThing", delta: false);
        writer.Begin();
        Assert.Throws<EncoderFallbackException>(() => writer.Set("Text", "\u0141"));
    }

    private static async Task<TableWriter> WriterAsync(Stream output, string table, bool delta)
    {
        (string Name, ColumnType Type)[] columns =
        [
            ("RowIdentifier", ColumnType.Integer), ("When", ColumnType.DateTime), ("Day", ColumnType.Date), ("Yes", ColumnType.Boolean),
            ("Size", ColumnType.Number), ("Text", ColumnType.Text),
        ];
        var layout = new TableLayout(table, [.. columns.Select(column => new ContractColumn(column.Name, column.Type, Classification.Operational, Keep: true))]);
        var profile = await SampleFolder.ProfileAsync("essex");
        return new TableWriter(layout, output, new CsvStyle(profile.Extract), delta, options: null, faults: null);
    }
}
