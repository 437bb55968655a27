namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>A mark of a drawing. Lengths are CSS pixels from the upper left corner.</summary>
/// <param name="Colour">Six hex digits after a <c>#</c>.</param>
public abstract record Shape(string Colour);
