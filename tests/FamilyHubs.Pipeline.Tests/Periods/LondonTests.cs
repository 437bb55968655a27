using FamilyHubs.Pipeline.Periods;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.Tests.Periods;

public sealed class LondonTests
{
    [Theory]
    // 29 March 2026: 01:00 GMT becomes 02:00 BST.
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T00:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T02:00:00")]
    // 25 October 2026: 02:00 BST becomes 01:00 GMT.
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T01:30:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T01:30:00")]
    [InlineData("2026-10-25T02:00:00Z", "2026-10-25T02:00:00")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02T00:30:00")]
    public void WallClock_Instant_FollowsTheClockChanges(string instant, string wallClock)
    {
        var time = new FakeTimeProvider(Instant(instant));

        Assert.Equal(Instant(wallClock + "Z").DateTime, London.Now(time));
        Assert.Equal(DateOnly.FromDateTime(London.Now(time)), London.Today(time));
        Assert.Equal(DateTimeKind.Unspecified, London.Now(time).Kind);
    }

    [Theory]
    [InlineData("2026-01-05T06:00:00", "2026-01-05T06:00:00Z")]
    [InlineData("2026-07-06T06:00:00", "2026-07-06T05:00:00Z")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("2026-03-29T01:30:00", "2026-03-29T01:30:00Z")]
    public void Instant_WallClock_TakesTheFirstOfTwoAndPassesOverTheGap(string wallClock, string instant) =>
        Assert.Equal(Instant(instant), London.Instant(Instant(wallClock + "Z").DateTime));

    [Fact]
    public void EndOf_Days_LastTwentyThreeAndTwentyFiveHoursAtTheChanges()
    {
        var spring = new DateOnly(2026, 3, 29);
        var autumn = new DateOnly(2026, 10, 25);

        Assert.Equal(TimeSpan.FromHours(23), London.EndOf(spring) - London.StartOf(spring));
        Assert.Equal(TimeSpan.FromHours(25), London.EndOf(autumn) - London.StartOf(autumn));
        Assert.Equal(TimeSpan.FromHours(1), London.StartOf(new DateOnly(2026, 6, 1)).Offset);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
