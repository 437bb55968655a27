namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>One point of a chart.</summary>
/// <param name="Label">What the point is: a place, a group, a day.</param>
/// <param name="Value">Its length or height; null when the figure is not shown.</param>
/// <param name="Shown">The figure as it is printed, e.g. <c>1,204</c> or <c>*</c>.</param>
public sealed record ChartPoint(string Label, double? Value, string Shown);
