namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Mean of a year (AE17-15, calculations.md 6): of the months that have a value, each of one weight.</summary>
public static class PlainMean
{
    /// <summary>The mean of the values there are; null when there is none: missing is missing, never zero.</summary>
    public static double? Of(IEnumerable<double?> values)
    {
        var (sum, count) = (0m, 0);
        foreach (var value in values)
        {
            if (value is { } number)
            {
                // In decimal digits, so that the order of the months does not matter.
                sum += (decimal)number;
                count++;
            }
        }

        return count == 0 ? null : (double)(sum / count);
    }
}
