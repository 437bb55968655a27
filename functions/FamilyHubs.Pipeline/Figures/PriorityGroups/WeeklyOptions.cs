namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>What a weekly report holds besides its tables.</summary>
/// <param name="ChildList">The children of the top combinations; for sign-in pages only.</param>
/// <param name="AllCombinations">All combinations rather than the top ones.</param>
public sealed record WeeklyOptions(bool ChildList = false, bool AllCombinations = false);
