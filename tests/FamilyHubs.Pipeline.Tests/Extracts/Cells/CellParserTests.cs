using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Extracts.Cells;

namespace FamilyHubs.Pipeline.Tests.Extracts.Cells;

public sealed class CellParserTests
{
    private static readonly string[] Forms = ["dd MMM yyyy", "dd MMM yyyy HH:mm", "dd MMM yyyy HH:mm:ss"];

    [Fact]
    public void TryDate_EveryDayOfLeapAndCommonYears_AgreesWithThePlatform()
    {
        foreach (var year in (int[])[1900, 1999, 2000, 2016, 2019])
        {
            for (var day = new DateTime(year, 1, 1, 23, 59, 58); day.Year == year; day = day.AddDays(1))
            {
                foreach (var form in Forms)
                {
                    var text = day.ToString(form, CultureInfo.InvariantCulture);
                    Assert.True(CellParser.TryDate(Encoding.ASCII.GetBytes(text), out var read));
                    Assert.Equal(DateTime.ParseExact(text, form, CultureInfo.InvariantCulture), read);
                }
            }
        }
    }

    [Fact]
    public void TryDate_OneCharacterChanged_AgreesWithThePlatform()
    {
        const string Sound = "29 Sep 2011 14:53:28";
        for (var at = 0; at < Sound.Length; at++)
        {
            for (var c = ' '; c < '\u007f'; c++)
            {
                var text = Sound[..at] + c + Sound[(at + 1)..];
                var expected = DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);

                Assert.True(expected == CellParser.TryDate(Encoding.ASCII.GetBytes(text), out var read), text);
                Assert.Equal(value, read);
            }
        }
    }

    [Theory]
    [InlineData("2019-03-31", "2019-03-31T00:00:00")]
    [InlineData("2019-03-31 10:20:30", "2019-03-31T10:20:30")]
    [InlineData("2019-03-31T10:20:30.1234567", "2019-03-31T10:20:30")]
    [InlineData("2019-02-29", null)]
    [InlineData("2019-03-31 10:20", null)]
    [InlineData("2019-03-31 10:20:30.", null)]
    [InlineData("2019-03-31 10:20:30.x", null)]
    [InlineData("2019-03-31 25:20:30", null)]
    [InlineData("2019/03/31", null)]
    [InlineData("31-03-2019", null)]
    [InlineData("", null)]
    public void TryIsoDate_Text_IsReadOrNot(string text, string? expected)
    {
        var read = CellParser.TryIsoDate(Encoding.ASCII.GetBytes(text), out var value);

        Assert.Equal(expected, read ? value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) : null);
    }

    [Fact]
    public void TryInteger_RandomTexts_AgreesWithThePlatform()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 22)).Select(_ => "0123456789-+. "[random.Next(i % 2 == 0 ? 10 : 14)])]);
            var expected = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);

            Assert.True(expected == CellParser.TryInteger(Encoding.ASCII.GetBytes(text), out var read), text);
            Assert.Equal(value, read);
        }
    }
}
