using System.Text;
using FamilyHubs.Pipeline.Publishing.Csv;

namespace FamilyHubs.Pipeline.Tests.Publishing.Csv;

public sealed class SafeCsvTests
{
    [Fact]
    public void ToBytes_AnyFile_BeginsWithAByteOrderMarkAndEndsLinesWithCrLf()
    {
        using var csv = new SafeCsv("Place", "Number");
        csv.Text("Harlow").Number(3).EndRow();
        var bytes = csv.ToBytes();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Place,Number\r\n\"Harlow\",3\r\n", Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+44 1206", "\"'+44 1206\"")]
    [InlineData("-2+3", "\"'-2+3\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData(" =1", "\"'=1\"")]
    [InlineData("\t=1", "\"'=1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("a,b;c", "\"a,b;c\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two lines\"")]
    public void Text_AnyCell_IsQuotedAndInert(string text, string cell)
    {
        using var csv = new SafeCsv("Name");
        csv.Text(text).EndRow();
        Assert.Equal($"Name\r\n{cell}\r\n", Encoding.UTF8.GetString(csv.ToBytes().AsSpan(3)));
    }

    [Theory]
    [InlineData(-3.0, "-3")]
    [InlineData(0.1, "0.1")]
    [InlineData(33.33333333333333, "33.33333333333333")]
    [InlineData(1234567.0, "1234567")]
    public void Number_AnyValue_StaysANumber(double number, string cell)
    {
        using var csv = new SafeCsv("Number", "Last");
        csv.Number(number).Number(1).EndRow();
        Assert.Equal($"Number,Last\r\n{cell},1\r\n", Encoding.UTF8.GetString(csv.ToBytes().AsSpan(3)));
    }

    [Fact]
    public void Number_Suppressed_IsEmpty()
    {
        using var csv = new SafeCsv("a", "b");
        csv.Number(null).Number(2).EndRow();
        Assert.Equal("a,b\r\n,2\r\n", Encoding.UTF8.GetString(csv.ToBytes().AsSpan(3)));
    }
}
