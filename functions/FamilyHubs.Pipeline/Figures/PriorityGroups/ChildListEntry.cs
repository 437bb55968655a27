namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>A child of a top combination of its own district (E19-38). Sign-in pages only.</summary>
/// <param name="PersonId">SystmOne record id.</param>
public sealed record ChildListEntry(
    long PersonId,
    int AgeMonths,
    string District,
    string Team,
    IReadOnlyList<string> Groups,
    int CombinationRank,
    DateOnly? LastMeaningfulReach);
