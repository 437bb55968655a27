namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A chart laid out: shapes in painting order on white paper.</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
public sealed record Drawing(int Width, int Height, IReadOnlyList<Shape> Shapes);
