namespace FamilyHubs.Pipeline.People;

/// <summary>A rule of data quality counted while figures are computed (calculations.md 13). Holds counts alone, never a cell's content.</summary>
/// <param name="Rule">Stable id, one of <see cref="FindingRules"/>.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Failed">Records that failed the rule.</param>
/// <param name="Checked">Records the rule was applied to.</param>
public sealed record Finding(string Rule, string Table, long Failed, long Checked);
