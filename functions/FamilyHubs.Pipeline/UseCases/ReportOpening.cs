namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The answer to asking for a page.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Body">The page's HTML when it was opened, else a plain sentence.</param>
public sealed record ReportOpening(OpeningState State, string Body);
