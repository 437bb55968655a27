namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Red, amber, green (calculations.md 6).</summary>
public static class Rag
{
    public const string Green = "green";
    public const string Amber = "amber";
    public const string Red = "red";

    /// <summary>Green at the target or better, amber down to <paramref name="amberBand"/> points below it, red beyond; null without a difference.</summary>
    public static string? Of(TargetDifference? difference, double amberBand)
    {
        if (difference is not { } points)
            return null;
        if (points.CompareTo(0) >= 0)
            return Green;
        return points.CompareTo(-amberBand) >= 0 ? Amber : Red;
    }

    /// <summary>Before and after (AE17-49): green when the later mean is better, red when it is worse; null when equal or one is missing.</summary>
    public static string? Progress(double? before, double? after, bool lowerIsBetter) =>
        TargetDifference.Of(after, before, lowerIsBetter)?.CompareTo(0) switch
        {
            > 0 => Green,
            < 0 => Red,
            _ => null,
        };
}
