namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A line of text. Y is the baseline.</summary>
/// <param name="Size">Font size: height of an em.</param>
public sealed record LabelShape(double X, double Y, string Text, double Size, LabelAnchor Anchor, bool Bold, string Colour) : Shape(Colour);
