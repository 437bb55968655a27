namespace FamilyHubs.Pipeline.Profiles;

/// <summary>The before-and-after table (calculations.md 6, AE17-49): later years of some indicators against an earlier one.</summary>
/// <param name="From">The earlier financial year, e.g. 2013/14.</param>
/// <param name="Indicators">Ids of the indicators in the table.</param>
public sealed record ProgressSettings(string From, IReadOnlyList<string> Indicators);
