using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries after the same delay each time.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Retries after the first run; -1 for no end.</param>
    /// <param name="delayInterval">Delay as HH:mm:ss.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is no time span, or negative.</exception>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, CultureInfo.InvariantCulture, out var delay) || delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(delayInterval));
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>Delay as HH:mm:ss.</summary>
    public string DelayInterval { get; }
}
