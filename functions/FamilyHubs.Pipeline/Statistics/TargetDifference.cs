namespace FamilyHubs.Pipeline.Statistics;

/// <summary>
/// Points between a percentage and its target, positive when better (calculations.md 6). Held as a fraction of decimals, so that exactly one
/// point is exactly at the edge, which 1.0 computed in binary is not.
/// </summary>
public readonly struct TargetDifference
{
    private readonly decimal _numerator;
    private readonly decimal _denominator;

    private TargetDifference(decimal numerator, decimal denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    /// <summary>The difference in points, rounded to what a number can hold.</summary>
    public double Points => (double)(_numerator / _denominator);

    /// <summary>Of numerator / denominator x 100; null without target or when the denominator is 0.</summary>
    /// <param name="lowerIsBetter">Reverses the sign.</param>
    public static TargetDifference? Of(long numerator, long denominator, double? target, bool lowerIsBetter)
    {
        if (denominator == 0 || target is not { } aim)
            return null;
        var difference = (100m * numerator) - ((decimal)aim * denominator);
        return new TargetDifference(lowerIsBetter ? -difference : difference, denominator);
    }

    /// <summary>Of a value that came without numerator and denominator; null without target or value.</summary>
    public static TargetDifference? Of(double? value, double? target, bool lowerIsBetter)
    {
        if (value is not { } reached || target is not { } aim)
            return null;
        var difference = (decimal)reached - (decimal)aim;
        return new TargetDifference(lowerIsBetter ? -difference : difference, 1);
    }

    /// <summary>Negative, zero or positive as the difference is below, at or above so many points.</summary>
    public int CompareTo(double points) => _numerator.CompareTo((decimal)points * _denominator);
}
