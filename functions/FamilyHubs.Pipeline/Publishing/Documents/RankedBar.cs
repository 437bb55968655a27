namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A row of ranked bars.</summary>
/// <param name="Rank">Empty for a row that stands outside the ranking.</param>
/// <param name="Beside">The same figure of the place to compare with.</param>
/// <param name="More">Further figures, one for each of the table's further headings.</param>
public sealed record RankedBar(string Rank, string Label, BarValue Own, BarValue? Beside, IReadOnlyList<string> More);
