namespace FamilyHubs.Pipeline.Statistics;

/// <summary>A point of an XmR chart.</summary>
/// <param name="Day">First day of its period.</param>
/// <param name="Value">The measured value.</param>
/// <param name="Limits">Limits of its part of the chart; null while that has too few points.</param>
/// <param name="Cause">Why it is not common cause.</param>
/// <param name="IsHigh">Of a special cause: above the mean, or rising.</param>
public readonly record struct XmRPoint(DateOnly Day, double Value, XmRLimits? Limits, SpecialCause Cause, bool IsHigh);
