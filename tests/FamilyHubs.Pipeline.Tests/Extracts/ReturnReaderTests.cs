using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Extracts;

public sealed class ReturnReaderTests
{
    [Theory]
    [InlineData("returns/indicator-maternity.csv", "Organisation,Indicator,Level,AreaCode,Period,Numerator,Denominator,Value,Note\nCouncil,H19-11,area,E1,2018/19 Q4,3,4,,secret note\n",
        "Organisation=Council|Indicator=H19-11|Level=area|AreaCode=E1|Period=2018/19 Q4|Numerator=3|Denominator=4|File=indicator-maternity.csv|RemovedData=false")]
    [InlineData("returns/caf-2017-01.csv", "Month,Team,Level,Role,Count,ConsentRefused\n2017-01,Team \u00e9,2,lead,4,1\n",
        "Month=2017-01|Team=Team \u00e9|Level=2|Role=lead|Count=4|ConsentRefused=1|File=caf-2017-01.csv|RemovedData=false")]
    [InlineData("returns/estart-history.csv", "PersonRef,DateBirth,PostcodeSector,Group,From,To\n-7,2015-02,ZZ9 9,Lone Parent,2017-03-01,\n",
        "PersonRef=-7|DateBirth=2015-02|Group=Lone Parent|From=2017-03-01|File=estart-history.csv|RemovedData=false")]
    [InlineData("reference/workforce.csv", "Month,Team,Wte\n2017-01,A,9.5\n", "Month=2017-01|Team=A|Wte=9.5|RemovedData=false")]
    [InlineData("reference/recipients.csv", "Email,Name,Roles,AreaCodes,Reports\na@example.org,A Manager,manager,E1,weekly\n",
        "Email=a@example.org|Name=A Manager|Roles=manager|AreaCodes=E1|Reports=weekly|RemovedData=false")]
    public async Task ReadAsync_EachFile_GivesTheColumnsOfItsContract(string path, string text, string row)
    {
        var (reading, rows) = await ReadAsync(path, text);

        Assert.True(reading.IsAccepted);
        Assert.Equal([row], rows);
    }

    [Fact]
    public async Task ReadAsync_Postcodes_HoldNoPostcode()
    {
        var (reading, rows) = await ReadAsync("reference/postcodes.csv", "Postcode,District,Lsoa,ImdQuintile\nzz9 9zz,E07000071,E01000001,1\n,E07000071,,\n");

        Assert.Equal([$"PostcodeKey={TestBatch.Keys.Of("ZZ99ZZ"u8)}|District=E07000071|Lsoa=E01000001|ImdQuintile=1|RemovedData=false"], rows);
        Assert.Equal(new Refusal("Postcodes", 3, "Postcode", ReasonCodes.MissingKey), Assert.Single(reading.Refused.First));
    }

    [Theory]
    [InlineData("2019-13")]
    [InlineData("2019-3")]
    [InlineData("2018/20")]
    [InlineData("2018/19 Q5")]
    [InlineData("2018/19Q4")]
    [InlineData("March 2019")]
    public async Task ReadAsync_PeriodOfNoKnownForm_IsRefused(string period)
    {
        var (reading, _) = await ReadAsync("returns/indicator-x.csv", $"Organisation,Indicator,Level,AreaCode,Period,Numerator,Denominator,Value\nA,B,area,E1,{period},,,1\n");

        Assert.Equal(new Refusal("IndicatorReturns", 2, "Period", ReasonCodes.BadDate), Assert.Single(reading.Refused.First));
    }

    [Theory]
    [InlineData("2019-12")]
    [InlineData("2018/19")]
    [InlineData("1999/00")]
    [InlineData("2018/19 Q1")]
    public async Task ReadAsync_PeriodOfAKnownForm_IsKept(string period)
    {
        var (reading, rows) = await ReadAsync("returns/indicator-x.csv", $"Organisation,Indicator,Level,AreaCode,Period,Numerator,Denominator,Value\nA,B,area,E1,{period},,,1\n");

        Assert.Equal(0, reading.Refused.Count);
        Assert.Contains($"Period={period}|", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 }, 1)] // é of Windows-1252, as spreadsheets write it
    [InlineData(new byte[] { 0xC3, 0xA9 }, 0)]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x92, 0xA9 }, 0)]
    [InlineData(new byte[] { 0xC3, 0x28, 0xFF }, 2)]
    public async Task ReadAsync_BytesThatAreNoUtf8_AreCountedWhereverABlockEnds(byte[] name, int faults)
    {
        var options = new ReaderOptions { BlockBytes = 256 };
        for (var shift = 0; shift < 300; shift++)
        {
            byte[] text = [.. "Month,Team,Wte\n2017-01,"u8, .. Enumerable.Repeat((byte)'x', shift), .. name, .. ",9.5\n"u8];
            var reading = await new ReturnReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings, options)
                .ReadAsync("reference/workforce.csv", new MemoryStream(text), NullSink.Instance, CancellationToken.None);

            Assert.Equal(faults, reading.UndefinedBytes);
            Assert.Equal(faults > 0, reading.Findings.Any(f => f.Code == ReasonCodes.UndefinedBytes && f.Message.Contains("UTF-8", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task ReadAsync_FileOfNoContract_Says()
    {
        var e = await Assert.ThrowsAsync<ContractException>(() => ReadAsync("returns/unknown.csv", "a\n"));

        Assert.Contains("caf-", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ColumnMissing_IsNotAccepted()
    {
        var (reading, _) = await ReadAsync("reference/workforce.csv", "Month,Wte\n2017-01,9.5\n");

        Assert.False(reading.IsAccepted);
        var finding = Assert.Single(reading.Findings, f => f.Code == ReasonCodes.KeyColumnMissing);
        Assert.Equal("Team", finding.Column);
        Assert.Contains("Month, Team, Wte", finding.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("extract", finding.Message + finding.Remedy, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(FamilyHubs.Pipeline.Extracts.Tables.TableReading Reading, IReadOnlyList<string> Rows)> ReadAsync(string path, string text)
    {
        var sink = new RowsSink();
        var reading = await new ReturnReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings)
            .ReadAsync(path, new MemoryStream(Encoding.UTF8.GetBytes(text)), sink, CancellationToken.None);
        await reading.Refused.DisposeAsync();
        return (reading, [.. sink.Rows.Select(r => r.Replace(RowsSink.Separator, '|'))]);
    }
}
