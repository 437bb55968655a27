using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries after delays that double from the least to the greatest.</summary>
public class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Retries after the first run; -1 for no end.</param>
    /// <param name="minimumInterval">Least delay as HH:mm:ss.</param>
    /// <param name="maximumInterval">Greatest delay as HH:mm:ss.</param>
    /// <exception cref="ArgumentOutOfRangeException">An interval is no time span, or negative.</exception>
    /// <exception cref="ArgumentException">The least delay is greater than the greatest.</exception>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        if (!TimeSpan.TryParse(minimumInterval, CultureInfo.InvariantCulture, out var minimum) || minimum < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(minimumInterval));
        if (!TimeSpan.TryParse(maximumInterval, CultureInfo.InvariantCulture, out var maximum) || maximum < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(maximumInterval));
        if (minimum > maximum)
            throw new ArgumentException("The minimumInterval must not be greater than the maximumInterval.", nameof(minimumInterval));
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>Least delay as HH:mm:ss.</summary>
    public string MinimumInterval { get; }

    /// <summary>Greatest delay as HH:mm:ss.</summary>
    public string MaximumInterval { get; }
}
