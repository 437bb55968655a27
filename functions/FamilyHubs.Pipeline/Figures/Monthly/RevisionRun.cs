namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>One of the two runs that a list of revisions compares.</summary>
/// <param name="Run">Run id.</param>
/// <param name="Extract">Extract it was computed from.</param>
public sealed record RevisionRun(string Run, string Extract, string DefinitionVersion, DateTimeOffset ComputedAt);
