namespace FamilyHubs.Pipeline.Statistics;

/// <summary>A total and its parts, by the numbers of their cells.</summary>
public sealed record DisclosureSum(int Total, int[] Parts);
