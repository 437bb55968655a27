namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Mean and control limits of a part of an XmR chart.</summary>
/// <param name="Mean">Mean of the points.</param>
/// <param name="Lower">Lower limit, three sigma below the mean.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="LowerNear">Two sigma below the mean.</param>
/// <param name="UpperNear">Two sigma above the mean.</param>
public readonly record struct XmRLimits(double Mean, double Lower, double Upper, double LowerNear, double UpperNear);
