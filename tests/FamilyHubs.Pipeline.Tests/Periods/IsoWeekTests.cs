using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2019-W13", 2019, 3, 25)]
    [InlineData("2019-W01", 2018, 12, 31)]
    [InlineData("2020-W53", 2020, 12, 28)]
    [InlineData("2015-W53", 2015, 12, 28)]
    [InlineData("2009-W53", 2009, 12, 28)]
    [InlineData("2021-W01", 2021, 1, 4)]
    [InlineData("2016-W09", 2016, 2, 29)]
    public void Parse_Week_RunsFromMondayToSunday(string text, int year, int month, int day)
    {
        var week = IsoWeek.Parse(text);

        Assert.Equal(new DateOnly(year, month, day), week.Monday);
        Assert.Equal(week.Monday.AddDays(6), week.Sunday);
        Assert.Equal(text, week.ToString());
        for (var offset = 0; offset < 7; offset++)
            Assert.Equal(week, IsoWeek.Of(week.Monday.AddDays(offset)));
    }

    [Theory]
    [InlineData("2019-W53")]
    [InlineData("2019-W00")]
    [InlineData("2019-W1")]
    [InlineData("2019W13")]
    [InlineData("2019-w13")]
    [InlineData("2019-W1a")]
    [InlineData("0000-W01")]
    [InlineData("+019-W13")]
    [InlineData("")]
    public void Parse_NoWeek_IsRefused(string text)
    {
        Assert.False(IsoWeek.TryParse(text, out _));
        Assert.Throws<FormatException>(() => IsoWeek.Parse(text));
    }

    [Fact]
    public void Constructor_WeekThatTheYearLacks_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new IsoWeek(2019, 53));

    [Fact]
    public void Next_OverForty_Years_NeverSkipsADay()
    {
        var week = new IsoWeek(2000, 1);
        for (var count = 0; count < 52 * 40; count++)
        {
            Assert.Equal(week.Sunday.AddDays(1), week.Next.Monday);
            Assert.Equal(week, week.Next.Previous);
            Assert.True(week < week.Next && week.Next > week && week <= week.Next && week.Next >= week);
            week = week.Next;
        }
    }
}
