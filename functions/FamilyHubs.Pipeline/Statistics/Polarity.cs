namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Which way of a figure is better.</summary>
public enum Polarity
{
    Neutral,
    Higher,
    Lower,
}
