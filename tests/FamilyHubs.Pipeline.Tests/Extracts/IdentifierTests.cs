using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Extracts;

/// <summary>Markers planted in every text cell that is not kept come out nowhere but in the quarantined rows.</summary>
public sealed class IdentifierTests
{
    private const string Marker = "MARKER";

    public static TheoryData<string> Tables => [.. ContractCatalog.Shipped.ExtractTables.Select(c => c.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task ReadAsync_MarkersInTextsNotKept_ComeOutNowhere(string table)
    {
        var contract = ContractCatalog.Shipped.Find(table)!;
        var text = new StringBuilder().AppendJoin(',', contract.Columns.Select(c => c.Name)).Append("\r\n");
        for (var row = 1; row <= 3; row++)
        {
            text.AppendJoin(',', contract.Columns.Select((c, i) => Cell(c, row, i))).Append("\r\n");
        }

        // A row that is refused for its markers, and a file that has cells for a header.
        text.Append($"\"{Marker}\"," + string.Concat(Enumerable.Repeat($"{Marker},", contract.Columns.Count)) + "\r\n");
        var headless = text.ToString()[(text.ToString().IndexOf('\n', StringComparison.Ordinal) + 1)..];

        var shown = await ReadAsync(table, text.ToString());
        var shownHeadless = await ReadAsync(table, $"{Marker}Surname,{headless}");

        Assert.DoesNotContain(Marker, shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Marker, shownHeadless, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("9990000018", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ZZ9", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ReadAsync_Patient_HasKeyVersionAndCheckInPlaceOfTheNumber()
    {
        var sink = new RowsSink();
        await using var batch = new TestBatch()
            .Listing("SRPatient,N,N,,20190331_0300")
            .With("SRPatient.csv", "RowIdentifier,IDOrganisationVisibleTo,NHSNumber,DateBirth\r\n1,A1,9990000018,01 Feb 2017 04:05\r\n2,A1,999 000 0019,01 Feb 2020 04:05\r\n3,A1,,\r\n");
        await using var reading = await new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings)
            .ReadAsync(batch, BatchHistory.None, _ => sink, null, CancellationToken.None);

        var key = TestBatch.Keys.Of("9990000018"u8);
        Assert.Equal(
            $"RowIdentifier=1|IDOrganisationVisibleTo=A1|PersonKey={key}|PersonKeyVersion=test-1|NHSNumberValid=true|DateBirth=2017-02-01T04:05:00|RemovedData=false",
            sink.Rows[0].Replace(RowsSink.Separator, '|'));
        Assert.Contains("NHSNumberValid=false", sink.Rows[1], StringComparison.Ordinal);
        Assert.Equal("RowIdentifier=3|IDOrganisationVisibleTo=A1|RemovedData=false", sink.Rows[2].Replace(RowsSink.Separator, '|'));
        var quality = reading.Tables[0].Quality.ToDictionary(q => q.Rule, q => (q.Checked, q.Failed));
        Assert.Equal((2, 1), quality["nhs-number-modulus-11"]);
        Assert.Equal((2, 1), quality["birth-after-extract"]);
    }

    private static string Cell(ContractColumn column, int row, int index) => column switch
    {
        { Type: Columns.ColumnType.Integer } => $"{row * 100 + index}",
        { Type: Columns.ColumnType.Number } => "1.5",
        { Type: Columns.ColumnType.Boolean } => "TRUE",
        { Type: Columns.ColumnType.Date or Columns.ColumnType.DateTime } => "29 Mar 2019",
        { Name: "NHSNumber" } => "9990000018",
        { Name: "FullPostCode" } => "ZZ9 9ZZ",
        { Keep: true } => $"kept{index}",
        _ => $"\"{Marker}, {column.Name}\"",
    };

    /// <summary>Everything that reading shows: rows, findings, refusals and counts.</summary>
    private static async Task<string> ReadAsync(string table, string text)
    {
        var sink = new RowsSink();
        await using var batch = new TestBatch().Listing($"{table},N,N,,20190331_0300").With($"{table}.csv", text);
        await using var reading = await new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings)
            .ReadAsync(batch, BatchHistory.None, _ => sink, null, CancellationToken.None);
        using var list = new MemoryStream();
        foreach (var t in reading.Tables)
        {
            await t.Refused.WriteListAsync(list, CancellationToken.None);
        }

        return string.Join('\n', sink.Rows.Concat(reading.AllFindings.Select(f => f.ToString())).Concat(reading.Tables.SelectMany(t => t.UnknownColumns))
            .Append(Encoding.UTF8.GetString(list.ToArray())).Append(string.Join(',', reading.Tables)));
    }
}
