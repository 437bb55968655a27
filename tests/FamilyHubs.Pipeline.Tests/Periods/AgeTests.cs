using System.Globalization;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2016-02-29", 12, "2017-02-28")]
    [InlineData("2016-02-29", 48, "2020-02-29")]
    [InlineData("2019-01-31", 1, "2019-02-28")]
    [InlineData("2019-03-31", -1, "2019-02-28")]
    public void AddMonths_DayThatTheMonthLacks_IsItsLastDay(string day, int months, string expected) =>
        Assert.Equal(Day(expected), Age.AddMonths(Day(day), months));

    [Fact]
    public void AddYears_LeapDay_IsTheTwentyEighth() => Assert.Equal(Day("2017-02-28"), Age.AddYears(Day("2016-02-29"), 1));

    [Theory]
    [InlineData("2016-02-29", "2017-02-27", 11, 0)]
    [InlineData("2016-02-29", "2017-02-28", 12, 1)]
    [InlineData("2019-01-31", "2019-02-28", 1, 0)]
    [InlineData("2019-01-31", "2019-03-30", 1, 0)]
    [InlineData("2019-01-31", "2019-03-31", 2, 0)]
    [InlineData("2019-03-10", "2019-03-10", 0, 0)]
    [InlineData("2019-03-10", "2019-03-09", -1, -1)]
    public void InMonths_Ages_AreCompletedWithClampedBirthdays(string birth, string at, int months, int years)
    {
        Assert.Equal(months, Age.InMonths(Day(birth), Day(at)));
        Assert.Equal(years, Age.InYears(Day(birth), Day(at)));
    }

    [Fact]
    public void InMonths_EveryDayOfFourYears_IsTheLargestThatFits()
    {
        foreach (var birth in new[] { Day("2016-01-31"), Day("2016-02-29"), Day("2016-03-30"), Day("2015-12-01") })
            for (var at = birth; at < birth.AddDays(1500); at = at.AddDays(1))
            {
                var months = Age.InMonths(birth, at);
                Assert.True(birth.AddMonths(months) <= at && birth.AddMonths(months + 1) > at);
            }
    }

    [Theory]
    [InlineData("2014-04-01", "2019-03-31", true)]
    [InlineData("2014-03-31", "2019-03-31", false)]
    [InlineData("2012-02-29", "2017-02-27", true)]
    [InlineData("2012-02-29", "2017-02-28", false)]
    public void IsUnder_FiveYears_EndsTheDayBeforeTheBirthday(string birth, string at, bool under) =>
        Assert.Equal(under, Age.IsUnder(5, Day(birth), Day(at)));

    [Fact]
    public void InDays_DayOfBirth_IsZero()
    {
        Assert.Equal(0, Age.InDays(Day("2019-03-10"), Day("2019-03-10")));
        Assert.Equal(-84, Age.InDays(Day("2019-03-26"), Day("2019-01-01")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
