namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>A month whose snapshot has been revised.</summary>
/// <param name="Month">E.g. 2019-02.</param>
/// <param name="Revision">The newest, from 2.</param>
/// <param name="Changes">Figures that differ from the revision before.</param>
public sealed record RevisedMonth(string Month, int Revision, int Changes);
