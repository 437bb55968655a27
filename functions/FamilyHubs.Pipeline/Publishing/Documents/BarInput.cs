namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A row to be ranked.</summary>
/// <param name="InRanking">False for a row that is reported without rank: unknown, outside, a total.</param>
internal sealed record BarInput(string Label, int? Own, int? Beside, IReadOnlyList<string> More, bool InRanking = true);
