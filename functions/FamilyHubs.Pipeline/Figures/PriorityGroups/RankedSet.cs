namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>A set of groups with its children and rank at a place.</summary>
/// <param name="Set">Bits of the groups.</param>
/// <param name="Groups">Their codes in ordinal order.</param>
internal sealed record RankedSet(ulong Set, IReadOnlyList<string> Groups, int Children, int Rank);
