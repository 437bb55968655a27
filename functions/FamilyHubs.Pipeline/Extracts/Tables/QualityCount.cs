namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>How many rows of a file a quality rule looked at and found wanting (calculations.md 13).</summary>
/// <param name="Rule">Id of the rule in the contract.</param>
/// <param name="Column">Its column.</param>
/// <param name="Checked">Rows that it looked at.</param>
/// <param name="Failed">Rows that failed it; they are kept.</param>
public sealed record QualityCount(string Rule, string Column, long Checked, long Failed);
