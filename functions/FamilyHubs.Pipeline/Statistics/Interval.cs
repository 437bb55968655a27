namespace FamilyHubs.Pipeline.Statistics;

/// <summary>A confidence interval, in per cent.</summary>
public readonly record struct Interval(double Lower, double Upper);
