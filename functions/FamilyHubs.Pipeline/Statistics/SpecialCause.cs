namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Why a point of a control chart is not common cause; a point has the first that fits (calculations.md 8).</summary>
public enum SpecialCause
{
    None,

    /// <summary>Outside the limits.</summary>
    Outside,

    /// <summary>Part of a run of points all rising or all falling.</summary>
    Trend,

    /// <summary>One of two in three between two and three sigma, all three on one side of the mean.</summary>
    TwoOfThree,

    /// <summary>Part of a run of points on one side of the mean.</summary>
    Shift,
}
