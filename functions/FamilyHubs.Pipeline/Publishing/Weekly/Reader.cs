namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>Who reads a report.</summary>
/// <param name="Catchments">Codes of the area, quadrants, districts or teams that the reader may see.</param>
public sealed record Reader(string Name, IReadOnlyList<string> Catchments);
