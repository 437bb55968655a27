namespace FamilyHubs.Pipeline.UseCases;

/// <param name="Extract">Compute from this extract instead of the newest; the result is not published when it is an older one.</param>
/// <param name="AllCombinations">Every combination, not only the top ones.</param>
/// <param name="Publish">False for a look at the figures that leaves no trace.</param>
public sealed record WeeklyRequest(string? Extract = null, bool AllCombinations = false, bool Publish = true);
