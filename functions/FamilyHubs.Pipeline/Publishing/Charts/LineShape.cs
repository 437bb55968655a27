namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A line through the points, with round ends and corners.</summary>
public sealed record LineShape(IReadOnlyList<(double X, double Y)> Points, double Width, string Colour) : Shape(Colour);
