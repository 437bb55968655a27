namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A vertical axis with round steps.</summary>
/// <param name="From">Value at the foot of the axis.</param>
/// <param name="To">Value at its top; greater than <paramref name="From"/>.</param>
/// <param name="Step">1, 2 or 5 times a power of ten, at least 1: the charts show counts.</param>
public sealed record ChartScale(double From, double To, double Step)
{
    private const int Steps = 4;

    /// <summary>The axis for counts between least and greatest. It starts at 0 unless all values lie in the upper half.</summary>
    public static ChartScale For(double least, double greatest)
    {
        var foot = least < greatest / 2 || greatest <= 0 ? 0 : least;
        var step = RoundStep(Math.Max(greatest - foot, 1) / Steps);
        var from = Math.Floor(foot / step) * step;
        var to = Math.Max(Math.Ceiling(greatest / step) * step, from + step);
        return new ChartScale(from, to, step);
    }

    /// <summary>The values that carry a grid line, from foot to top.</summary>
    public IEnumerable<double> Ticks()
    {
        for (var tick = 0; From + tick * Step <= To; tick++)
        {
            yield return From + tick * Step;
        }
    }

    /// <summary>Share of the axis at the value, 0 at the foot and 1 at the top.</summary>
    public double At(double value) => (value - From) / (To - From);

    private static double RoundStep(double rough)
    {
        var power = 1.0;
        while (power * 10 <= rough)
        {
            power *= 10;
        }

        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
