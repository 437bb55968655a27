namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A filled circle.</summary>
public sealed record DiscShape(double X, double Y, double Radius, string Colour) : Shape(Colour);
