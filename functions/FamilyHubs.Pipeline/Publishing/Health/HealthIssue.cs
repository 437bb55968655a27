namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>Something that is wrong.</summary>
/// <param name="What">A sentence.</param>
/// <param name="Runbook">Section of docs/runbook.md that says what to do.</param>
public sealed record HealthIssue(string What, string Runbook);
