namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Progress between two periods (AE17-49, calculations.md 6).</summary>
/// <param name="Before">Mean of the earlier period; null when it has no value.</param>
/// <param name="After">Mean of the later period; null when it has no value.</param>
/// <param name="Difference">After less before, in the unit of the values; null when one is missing.</param>
/// <param name="Rag">green when better, red when worse, by polarity; null when equal, missing, or neither way is better.</param>
public sealed record BeforeAndAfter(double? Before, double? After, double? Difference, string? Rag)
{
    /// <summary>Compares two means.</summary>
    public static BeforeAndAfter Of(double? before, double? after, Polarity polarity) => new(
        before,
        after,
        // In decimal digits, so that 89.8 less 88.5 is 1.3.
        before is { } from && after is { } to ? (double)((decimal)to - (decimal)from) : null,
        polarity is Polarity.Neutral ? null : Statistics.Rag.Progress(before, after, polarity is Polarity.Lower));

    /// <summary>Compares the plain means of two periods' months.</summary>
    public static BeforeAndAfter Of(IEnumerable<double?> before, IEnumerable<double?> after, Polarity polarity) =>
        Of(PlainMean.Of(before), PlainMean.Of(after), polarity);
}
