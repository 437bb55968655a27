using System.Globalization;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class WorkingDaysTests
{
    [Theory]
    // gov.uk/bank-holidays, England and Wales.
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    public void Of_Year_AreThePublishedBankHolidays(int year, string days) =>
        Assert.Equal(days, string.Join(' ', BankHolidays.Of(year).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void EasterSunday_ExtremeYears_AreThoseOfTheTables(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), BankHolidays.EasterSunday(year));

    [Fact]
    public void Of_ThreeHundredYears_AreEightWeekdaysAtLeast()
    {
        for (var year = 1978; year < 2278; year++)
        {
            var days = BankHolidays.Of(year);
            Assert.True(days.Count >= 8);
            Assert.All(days, day => Assert.False(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        }
    }

    [Theory]
    [InlineData("2019-04", 5, "2019-04-05")]
    [InlineData("2018-04", 1, "2018-04-03")]
    [InlineData("2022-06", 5, "2022-06-09")]
    [InlineData("2022-01", 1, "2022-01-04")]
    [InlineData("2021-05", 5, "2021-05-10")]
    public void OfMonth_WorkingDay_PassesOverWeekendsAndHolidays(string month, int number, string day) =>
        Assert.Equal(day, WorkingDays.OfMonth(Month.Parse(month), number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void OfMonth_MoreThanTheMonthHas_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.OfMonth(Month.Parse("2019-02"), 21));

    [Fact]
    public void Add_OverEaster_IsTheInverseOfBetween()
    {
        var thursday = new DateOnly(2019, 4, 18);

        Assert.Equal(new DateOnly(2019, 4, 23), WorkingDays.Add(thursday, 1));
        Assert.Equal(thursday, WorkingDays.Add(thursday, 0));
        for (var days = 1; days < 300; days++)
        {
            Assert.Equal(days, WorkingDays.Between(thursday, WorkingDays.Add(thursday, days)));
            Assert.Equal(-days, WorkingDays.Between(WorkingDays.Add(thursday, days), thursday));
        }
    }
}
