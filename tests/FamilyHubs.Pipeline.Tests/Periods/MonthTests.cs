using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class MonthTests
{
    [Theory]
    [InlineData("2019-03", 31, "2018/19", "2018/19 Q4")]
    [InlineData("2019-04", 30, "2019/20", "2019/20 Q1")]
    [InlineData("2019-12", 31, "2019/20", "2019/20 Q3")]
    [InlineData("2020-02", 29, "2019/20", "2019/20 Q4")]
    [InlineData("1900-02", 28, "1899/00", "1899/00 Q4")]
    [InlineData("1999-09", 30, "1999/00", "1999/00 Q2")]
    public void Parse_Month_HasItsLastDayYearAndQuarter(string text, int last, string year, string quarter)
    {
        var month = Month.Parse(text);

        Assert.Equal(text, month.ToString());
        Assert.Equal(1, month.First.Day);
        Assert.Equal(last, month.Last.Day);
        Assert.Equal(year, month.FinancialYear.ToString());
        Assert.Equal(quarter, month.Quarter.ToString());
        Assert.True(month.Contains(month.Last));
        Assert.False(month.Contains(month.Last.AddDays(1)));
    }

    [Theory]
    [InlineData("2019-13")]
    [InlineData("2019-3")]
    [InlineData("2019/03")]
    [InlineData("")]
    public void Parse_NoMonth_IsRefused(string text) => Assert.Throws<FormatException>(() => Month.Parse(text));

    [Fact]
    public void YearToDate_March_IsTheWholeFinancialYear()
    {
        var month = Month.Parse("2019-03");

        Assert.Equal(12, month.YearToDate.Count);
        Assert.Equal("2018-04", month.YearToDate[0].ToString());
        Assert.Equal(["2019-04"], Month.Parse("2019-04").YearToDate.Select(each => each.ToString()));
        Assert.Equal(month.YearToDate, month.Rolling12);
        Assert.Equal("2018-05", month.Next.Rolling12[0].ToString());
    }

    [Fact]
    public void Range_LastBeforeFirst_IsEmpty() => Assert.Empty(Month.Range(Month.Parse("2019-03"), Month.Parse("2019-02")));

    [Fact]
    public void Compare_Months_IsByTime()
    {
        var month = Month.Parse("2018-12");
        Assert.True(month < month.Next && month.Next > month && month <= month.Next && month.Next >= month);
        Assert.Equal("2019-01", month.Next.ToString());
        Assert.Equal(month, month.Next.Previous);
    }
}
