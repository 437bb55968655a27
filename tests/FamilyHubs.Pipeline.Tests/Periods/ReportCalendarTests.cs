using System.Globalization;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class ReportCalendarTests
{
    private static readonly ReportCalendar Calendar = new ScheduleSettings(
        new ScheduleTime("06:00", Weekday: "Monday"), new ScheduleTime("06:00", WorkingDay: 5), new ScheduleTime("07:30")).ToCalendar();

    [Theory]
    [InlineData("2026-W12", "2026-03-23T06:00:00Z")]
    [InlineData("2026-W13", "2026-03-30T05:00:00Z")]
    [InlineData("2026-W42", "2026-10-19T05:00:00Z")]
    [InlineData("2026-W43", "2026-10-26T06:00:00Z")]
    [InlineData("2026-W53", "2027-01-04T06:00:00Z")]
    public void DueAt_Week_IsMondayAtSixByTheWallClock(string week, string instant) =>
        Assert.Equal(Instant(instant), Calendar.DueAt(IsoWeek.Parse(week)));

    [Theory]
    [InlineData("2019-03", "2019-04-05T05:00:00Z")]
    [InlineData("2019-12", "2020-01-08T06:00:00Z")]
    [InlineData("2022-05", "2022-06-09T05:00:00Z")]
    public void DueAt_Month_IsTheFifthWorkingDayOfTheNext(string month, string instant) =>
        Assert.Equal(Instant(instant), Calendar.DueAt(Month.Parse(month)));

    [Fact]
    public void DueWeeks_AroundTheHour_BeginsAtItExactly()
    {
        var week = IsoWeek.Parse("2026-W13");

        Assert.Empty(Calendar.DueWeeks(week, Instant("2026-03-30T04:59:59Z")));
        Assert.Equal([week], Calendar.DueWeeks(week, Instant("2026-03-30T05:00:00Z")));
    }

    [Fact]
    public void DueWeeks_ThreeMonthsOfSilence_AreThirteenReportsAndThreeMonths()
    {
        var at = Instant("2026-06-30T12:00:00Z");

        Assert.Equal(13, Calendar.DueWeeks(IsoWeek.Parse("2026-W14"), at).Count);
        Assert.Equal(["2026-03", "2026-04", "2026-05"], Calendar.DueMonths(Month.Parse("2026-03"), at).Select(month => month.ToString()));
    }

    [Fact]
    public void LatestDue_HourByHourOverTwoYears_IsTheLastOfTheDueOnes()
    {
        var firstWeek = IsoWeek.Parse("2025-W30");
        var firstMonth = Month.Parse("2025-07");
        for (var at = Instant("2025-09-01T00:30:00Z"); at < Instant("2027-09-01T00:00:00Z"); at = at.AddHours(7))
        {
            Assert.Equal(Calendar.DueWeeks(firstWeek, at)[^1], Calendar.LatestDueWeek(at));
            Assert.Equal(Calendar.DueMonths(firstMonth, at)[^1], Calendar.LatestDueMonth(at));
        }
    }

    [Theory]
    [InlineData("2026-03-29T06:29:00Z", "2026-03-28")]
    [InlineData("2026-03-29T06:30:00Z", "2026-03-29")]
    [InlineData("2026-10-25T07:29:00Z", "2026-10-24")]
    [InlineData("2026-10-25T07:30:00Z", "2026-10-25")]
    public void LatestFreshnessDay_Instant_FollowsTheWallClock(string instant, string day) =>
        Assert.Equal(day, Calendar.LatestFreshnessDay(Instant(instant)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Sunday", "2019-04-07")]
    [InlineData("Wednesday", "2019-04-03")]
    public void DueAt_OtherWeekday_IsTheFirstAfterTheWeek(string weekday, string day)
    {
        var calendar = new ScheduleSettings(
            new ScheduleTime("23:30", Weekday: weekday), new ScheduleTime("06:00", WorkingDay: 1), new ScheduleTime("07:30")).ToCalendar();

        Assert.Equal(day, London.WallClock(calendar.DueAt(IsoWeek.Parse("2019-W13"))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void ToCalendar_ScheduleWithoutItsDay_IsRefused()
    {
        var (weekly, monthly) = (new ScheduleTime("06:00", Weekday: "Monday"), new ScheduleTime("06:00", WorkingDay: 5));

        Assert.Throws<InvalidOperationException>(() => new ScheduleSettings(monthly, monthly, weekly).ToCalendar());
        Assert.Throws<InvalidOperationException>(() => new ScheduleSettings(weekly, weekly, weekly).ToCalendar());
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
