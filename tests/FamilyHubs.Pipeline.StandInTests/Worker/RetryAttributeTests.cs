using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.StandInTests.Worker;

public sealed class RetryAttributeTests
{
    [Fact]
    public void FixedDelay_Given_KeepsCountAndInterval()
    {
        var retry = new FixedDelayRetryAttribute(3, "00:00:10");

        Assert.Equal(3, retry.MaxRetryCount);
        Assert.Equal("00:00:10", retry.DelayInterval);
        Assert.IsType<RetryAttribute>(retry, exactMatch: false);
    }

    [Theory]
    [InlineData("ten seconds")]
    [InlineData("-00:00:01")]
    public void FixedDelay_BadInterval_Throws(string interval) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedDelayRetryAttribute(1, interval));

    [Fact]
    public void ExponentialBackoff_Given_KeepsCountAndIntervals()
    {
        var retry = new ExponentialBackoffRetryAttribute(-1, "00:00:04", "00:15:00");

        Assert.Equal(-1, retry.MaxRetryCount);
        Assert.Equal("00:00:04", retry.MinimumInterval);
        Assert.Equal("00:15:00", retry.MaximumInterval);
    }

    [Fact]
    public void ExponentialBackoff_LeastAboveGreatest_Throws() =>
        Assert.Throws<ArgumentException>(() => new ExponentialBackoffRetryAttribute(1, "00:01:00", "00:00:59"));
}
