namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Ticks and crosses of the locality dashboard (calculations.md 6, AE17-08 to AE17-10).</summary>
public static class Mark
{
    public const string Tick = "tick";
    public const string Cross = "cross";
    public const string NotApplicable = "n/a";

    /// <summary>Tick from <paramref name="band"/> points above the target on, cross from so many below on, otherwise n/a; null without a difference.</summary>
    public static string? Of(TargetDifference? difference, double band)
    {
        if (difference is not { } points)
            return null;
        if (points.CompareTo(band) >= 0)
            return Tick;
        return points.CompareTo(-band) <= 0 ? Cross : NotApplicable;
    }
}
