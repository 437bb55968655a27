namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>A page that is ready to be shown, with what the record of its opening says.</summary>
/// <param name="Html">The page.</param>
/// <param name="Period">Week, month or batch; null for a list.</param>
/// <param name="Run">Run whose figures it shows, or several with a space between; null for none.</param>
public sealed record ShownPage(string Html, string? Period = null, string? Run = null);
