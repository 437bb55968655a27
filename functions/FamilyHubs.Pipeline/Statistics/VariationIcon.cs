namespace FamilyHubs.Pipeline.Statistics;

/// <summary>What the latest point of a control chart says.</summary>
public enum VariationIcon
{
    CommonCause,
    ImprovementHigh,
    ImprovementLow,
    ConcernHigh,
    ConcernLow,
    NeitherHigh,
    NeitherLow,
}
