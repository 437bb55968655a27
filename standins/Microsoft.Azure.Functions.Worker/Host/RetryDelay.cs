using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>How long a retry policy waits.</summary>
internal static class RetryDelay
{
    /// <summary>Delay before the retry of that number, or null when the policy allows no more.</summary>
    /// <param name="policy">The function's policy, or null.</param>
    /// <param name="retry">1 for the first retry.</param>
    internal static TimeSpan? Before(RetryAttribute? policy, int retry) =>
        policy is null || policy.MaxRetryCount != -1 && retry > policy.MaxRetryCount ? null
        : policy switch
        {
            FixedDelayRetryAttribute same => Parse(same.DelayInterval),
            ExponentialBackoffRetryAttribute doubling => Double(Parse(doubling.MinimumInterval), Parse(doubling.MaximumInterval), retry),
            _ => null,
        };

    private static TimeSpan Double(TimeSpan least, TimeSpan greatest, int retry)
    {
        var ticks = least.Ticks * Math.Pow(2, retry - 1);
        return ticks >= greatest.Ticks ? greatest : TimeSpan.FromTicks((long)ticks);
    }

    private static TimeSpan Parse(string interval) => TimeSpan.Parse(interval, CultureInfo.InvariantCulture);
}
