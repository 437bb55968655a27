namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A figure with what it is made of.</summary>
/// <param name="Value">Count or percentage; null where it cannot be had.</param>
/// <param name="Numerator">Null for what is no share.</param>
/// <param name="Denominator">Null for what is no share.</param>
public sealed record FigureValue(double? Value, double? Numerator, double? Denominator)
{
    public static FigureValue None { get; } = new(null, null, null);
}
