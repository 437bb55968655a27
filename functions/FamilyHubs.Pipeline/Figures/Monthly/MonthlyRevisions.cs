namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>What became of the figures of a month since they were first reported. Serialised with camelCase names it is the JSON of <c>monthly --revisions</c>.</summary>
/// <param name="Month">yyyy-MM.</param>
/// <param name="First">The run that was reported first.</param>
/// <param name="Now">The run that readers see.</param>
/// <param name="Changes">The figures that differ, each with the reason.</param>
public sealed record MonthlyRevisions(string Area, string Month, RevisionRun First, RevisionRun Now, IReadOnlyList<RevisedFigure> Changes);
