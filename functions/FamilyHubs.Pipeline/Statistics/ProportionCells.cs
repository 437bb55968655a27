namespace FamilyHubs.Pipeline.Statistics;

/// <summary>The cells of a proportion. Its percentage, interval, mark and colour are shown only when nothing of it is suppressed.</summary>
/// <param name="Others">Denominator less numerator.</param>
public readonly record struct ProportionCells(int Numerator, int Denominator, int Others)
{
    /// <summary>Whether the numerator, the percentage and all that follows from it are suppressed (calculations.md 9.2).</summary>
    public bool IsSuppressed(IReadOnlyList<bool> suppressed) => suppressed[Numerator] || suppressed[Denominator] || suppressed[Others];
}
