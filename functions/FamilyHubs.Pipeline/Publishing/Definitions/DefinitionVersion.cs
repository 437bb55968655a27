namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>The definitions of an area as they stood at a time.</summary>
/// <param name="Version">Version of the profile.</param>
/// <param name="SeenAt">When figures were first published with them, UTC.</param>
public sealed record DefinitionVersion(string Version, DateTimeOffset SeenAt, IReadOnlyList<MeasureDefinition> Measures);
