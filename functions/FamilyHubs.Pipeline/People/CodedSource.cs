namespace FamilyHubs.Pipeline.People;

/// <summary>A coded source of a group.</summary>
/// <param name="Group">The group's bit.</param>
/// <param name="ExpiresAfterMonths">A start holds for so many months; null for ever.</param>
internal sealed record CodedSource(int Group, int? ExpiresAfterMonths);
