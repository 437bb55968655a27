using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>The report of one batch, return or reference file: what came, what was refused and why, and what its rows look like. Holds counts, never a cell.</summary>
/// <param name="Area">Area.</param>
/// <param name="Extract">Batch, or path of a file below the area.</param>
/// <param name="State">What became of it.</param>
/// <param name="DateTo">What it holds is complete up to this wall-clock time.</param>
/// <param name="Reason">Why it was not taken.</param>
/// <param name="Message">The same in a sentence with its remedy.</param>
/// <param name="Tables">Each table.</param>
/// <param name="Rules">Each rule that was applied, by table (calculations.md 13).</param>
/// <param name="Skipped">Files that are not in scope.</param>
/// <param name="Findings">What was found about the batch, its files and their headers; refused rows are counted in the tables.</param>
public sealed record ExtractQuality(
    string Area,
    string Extract,
    ExtractState State,
    DateTime? DateTo,
    string? Reason,
    string? Message,
    IReadOnlyList<TableQuality> Tables,
    IReadOnlyList<RuleQuality> Rules,
    IReadOnlyList<SkippedQuality> Skipped,
    IReadOnlyList<FindingQuality> Findings);
