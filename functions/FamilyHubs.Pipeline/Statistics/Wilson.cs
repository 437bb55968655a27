namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Wilson score intervals of proportions (calculations.md 5; E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212; the method of public health outcomes in England).</summary>
public static class Wilson
{
    /// <summary>The interval of numerator / denominator in per cent, within 0 to 100; null when the denominator is 0.</summary>
    /// <param name="z">Quantile of the normal distribution, e.g. 1.959963984540054 for 95 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the numerator is above the denominator.</exception>
    public static Interval? Interval(long numerator, long denominator, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);
        if (denominator == 0)
            return null;

        double x = numerator;
        double n = denominator;
        var square = z * z;
        var middle = (2 * x) + square;
        var half = z * Math.Sqrt(square + (4 * x * (1 - (x / n))));
        var scale = 100 / (2 * (n + square));
        // At nothing and at all the formula gives exactly 0 and 100, its binary digits almost.
        return new Interval(numerator == 0 ? 0 : (middle - half) * scale, numerator == denominator ? 100 : (middle + half) * scale);
    }
}
