namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>A place of a report.</summary>
/// <param name="Level">area, quadrant, district, team, unknown or outside.</param>
/// <param name="Name">Clean, fit to print.</param>
public sealed record Place(string Level, string Code, string Name);
