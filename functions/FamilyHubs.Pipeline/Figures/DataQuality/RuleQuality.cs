namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <param name="Rule">Id of the rule (docs/data-quality.md).</param>
/// <param name="Table">Table.</param>
/// <param name="Failed">Records that failed it.</param>
/// <param name="Checked">Records that it looked at.</param>
/// <param name="Percentage">Share of those that failed, 0 to 100, unrounded; null when nothing was looked at.</param>
public sealed record RuleQuality(string Rule, string Table, long Failed, long Checked, double? Percentage);
