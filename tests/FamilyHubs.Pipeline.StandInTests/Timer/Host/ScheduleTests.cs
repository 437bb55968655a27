using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Host;
using Microsoft.Azure.Functions.Worker.Host.Timers;

namespace FamilyHubs.Pipeline.StandInTests.Timer.Host;

public sealed class ScheduleTests
{
    private static readonly TimerSchedule MondayAtSix = TimerSchedule.Parse("0 0 6 * * 1", "Weekly");

    [Theory]
    [InlineData("0 0 6 * * 1", "2026-03-04T12:00:00Z", "2026-03-09T06:00:00Z")]
    [InlineData("0 0 6 * * 1", "2026-03-09T06:00:00Z", "2026-03-16T06:00:00Z")]
    [InlineData("0 6 * * 1", "2026-03-04T12:00:00Z", "2026-03-09T06:00:00Z")]
    [InlineData("30 */15 5,6 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T05:00:30Z")]
    // The hour that London skips exists in UTC.
    [InlineData("0 30 1 * * *", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z")]
    public void Next_Schedule_IsFirstAfter(string schedule, string after, string expected) =>
        Assert.Equal(Utc(expected), TimerSchedule.Parse(schedule, "F").Next(Utc(after)));

    [Theory]
    [InlineData("")]
    [InlineData("0 0 6 * *  1 2")]
    [InlineData("61 0 6 * * 1")]
    [InlineData("00:30:00")]
    public void Parse_NoSchedule_Throws(string schedule) => Assert.Throws<HostStartException>(() => TimerSchedule.Parse(schedule, "F"));

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("0,30 0 6 * * *", true)]
    [InlineData("0 0 6 * * 1", false)]
    public void IsTooFrequent_OccurrencesWithinAMinute_AreNotMonitored(string schedule, bool expected) =>
        Assert.Equal(expected, TimerSchedule.Parse(schedule, "F").IsTooFrequentToMonitor(Utc("2026-03-04T12:00:00Z")));

    [Fact]
    public void AtStart_NothingStored_LooksAheadOnly()
    {
        var check = ScheduleCheck.AtStart(null, MondayAtSix, Utc("2026-03-04T12:00:00Z"));

        Assert.False(check.IsPastDue);
        Assert.True(check.IsChanged);
        AssertStatus(check.Status, default, Utc("2026-03-09T06:00:00Z"), Utc("2026-03-04T12:00:00Z"));
    }

    [Theory]
    [InlineData("2026-03-09T05:59:59Z", false)]
    [InlineData("2026-03-09T06:00:00Z", false)]
    [InlineData("2026-03-09T06:00:01Z", true)]
    [InlineData("2026-06-01T00:00:00Z", true)]
    public void AtStart_NextGone_IsPastDue(string now, bool expected)
    {
        var stored = Status("2026-03-02T06:00:00Z", "2026-03-09T06:00:00Z", "2026-03-02T06:00:00Z");

        var check = ScheduleCheck.AtStart(stored, MondayAtSix, Utc(now));

        Assert.Equal(expected, check.IsPastDue);
        Assert.False(check.IsChanged);
        Assert.Same(stored, check.Status);
    }

    [Fact]
    public void AtStart_NeverRunAndNextGone_IsPastDue()
    {
        var stored = new ScheduleStatus { Next = Utc("2026-03-09T06:00:00Z"), LastUpdated = Utc("2026-03-04T12:00:00Z") };

        Assert.True(ScheduleCheck.AtStart(stored, MondayAtSix, Utc("2026-03-09T07:00:00Z")).IsPastDue);
    }

    [Fact]
    public void AtStart_ScheduleChangedWhileOverdue_DropsTheOccurrence()
    {
        var stored = Status("2026-03-03T06:00:00Z", "2026-03-10T06:00:00Z", "2026-03-03T06:00:00Z");

        var check = ScheduleCheck.AtStart(stored, MondayAtSix, Utc("2026-03-11T00:00:00Z"));

        Assert.False(check.IsPastDue);
        Assert.True(check.IsChanged);
        AssertStatus(check.Status, default, Utc("2026-03-16T06:00:00Z"), Utc("2026-03-11T00:00:00Z"));
    }

    [Fact]
    public void AtStart_ScheduleChangedAhead_CountsFromTheLastRun()
    {
        var stored = Status("2026-03-03T06:00:00Z", "2026-03-10T06:00:00Z", "2026-03-03T06:00:00Z");

        var check = ScheduleCheck.AtStart(stored, MondayAtSix, Utc("2026-03-04T00:00:00Z"));

        AssertStatus(check.Status, default, Utc("2026-03-09T06:00:00Z"), Utc("2026-03-03T06:00:00Z"));
    }

    [Fact]
    public void AfterRun_FiredEarly_CountsAsAtItsTime()
    {
        var before = Status("2026-03-02T06:00:00Z", "2026-03-09T06:00:00Z", "2026-03-02T06:00:00Z");

        var after = ScheduleCheck.AfterRun(before, MondayAtSix, Utc("2026-03-09T05:59:59.900Z"), isScheduled: true);

        AssertStatus(after, Utc("2026-03-09T06:00:00Z"), Utc("2026-03-16T06:00:00Z"), Utc("2026-03-09T06:00:00Z"));
    }

    [Fact]
    public void AfterRun_AtStartOfHost_CountsFromNow()
    {
        var before = Status("2026-03-02T06:00:00Z", "2026-03-09T06:00:00Z", "2026-03-02T06:00:00Z");

        var after = ScheduleCheck.AfterRun(before, MondayAtSix, Utc("2026-03-04T12:00:00Z"), isScheduled: false);

        AssertStatus(after, Utc("2026-03-04T12:00:00Z"), Utc("2026-03-09T06:00:00Z"), Utc("2026-03-04T12:00:00Z"));
    }

    private static ScheduleStatus Status(string last, string next, string updated) =>
        new() { Last = Utc(last), Next = Utc(next), LastUpdated = Utc(updated) };

    private static void AssertStatus(ScheduleStatus status, DateTime last, DateTime next, DateTime updated) =>
        Assert.Equal((last, next, updated), (status.Last, status.Next, status.LastUpdated));

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
