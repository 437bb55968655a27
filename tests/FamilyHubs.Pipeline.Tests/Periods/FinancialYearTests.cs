using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class FinancialYearTests
{
    [Fact]
    public void Of_EndOfMarch_IsTheYearBefore()
    {
        Assert.Equal("2018/19", FinancialYear.Of(new DateOnly(2019, 3, 31)).ToString());
        Assert.Equal("2019/20", FinancialYear.Of(new DateOnly(2019, 4, 1)).ToString());
    }

    [Fact]
    public void Months_Year_AreTwelveFromApril()
    {
        var year = FinancialYear.Parse("2019/20");

        Assert.Equal(12, year.Months.Count);
        Assert.Equal(new DateOnly(2019, 4, 1), year.First);
        Assert.Equal(new DateOnly(2020, 3, 31), year.Last);
        Assert.Equal(year, year.Next.Previous);
        Assert.True(year < year.Next && year.Next > year && year <= year.Next && year.Next >= year && year.CompareTo(year.Next) < 0);
    }

    [Theory]
    [InlineData("2018/20")]
    [InlineData("2018-19")]
    [InlineData("18/19")]
    [InlineData("2018/1 ")]
    public void Parse_NoFinancialYear_IsRefused(string text) => Assert.Throws<FormatException>(() => FinancialYear.Parse(text));

    [Theory]
    [InlineData("2018/19 Q4", 2019, 1, 1, 2019, 3, 31)]
    [InlineData("2018/19 Q1", 2018, 4, 1, 2018, 6, 30)]
    [InlineData("1999/00 Q3", 1999, 10, 1, 1999, 12, 31)]
    public void Parse_Quarter_HasItsDays(string text, int year, int month, int day, int lastYear, int lastMonth, int lastDay)
    {
        var quarter = Quarter.Parse(text);

        Assert.Equal(new DateOnly(year, month, day), quarter.First);
        Assert.Equal(new DateOnly(lastYear, lastMonth, lastDay), quarter.Last);
        Assert.Equal(3, quarter.Months.Count);
        Assert.Equal(text, quarter.ToString());
        Assert.Equal(quarter, quarter.Next.Previous);
        Assert.True(quarter < quarter.Next && quarter.Next > quarter && quarter <= quarter.Next && quarter.Next >= quarter);
    }

    [Theory]
    [InlineData("2018/19 Q5")]
    [InlineData("2018/19 Q0")]
    [InlineData("2018/19Q4")]
    [InlineData("2018/18 Q4")]
    public void Parse_NoQuarter_IsRefused(string text) => Assert.Throws<FormatException>(() => Quarter.Parse(text));

    [Fact]
    public void Constructor_NoQuarter_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(new FinancialYear(2018), 5));
}
