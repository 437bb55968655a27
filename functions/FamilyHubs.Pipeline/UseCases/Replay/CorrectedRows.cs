using FamilyHubs.Pipeline.Extracts.Tables;

namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <param name="Reading">What reading the corrected file gave.</param>
/// <param name="Accepted">Its rows that can be read.</param>
internal sealed record CorrectedRows(TableReading Reading, CollectedRows Accepted)
{
    /// <summary>Line of an accepted row, as far as no cell has a line break: the rows passed over have lines too.</summary>
    public long LineOf(int row) => Reading.Refused.First.Select(r => r.Line).Order().Aggregate(row + 2L, (at, other) => other <= at ? at + 1 : at);
}
