namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A filled rectangle.</summary>
public sealed record BoxShape(double X, double Y, double Width, double Height, string Colour) : Shape(Colour);
