namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>Everything that the mail of a month is made from.</summary>
/// <param name="Month">
/// The report as the month's snapshot shows it, and of the months before as their snapshots show them: a mail says nothing that a snapshot does
/// not say, so that the two together give no hidden figure away (calculations.md 9).
/// </param>
/// <param name="IsCommissioner">The commissioners' pack, which leads to the files; else the managers' month, which leads to the page.</param>
/// <param name="Revised">Months whose figures were revised, newest first.</param>
public sealed record MonthlyMailView(MonthlyView Month, bool IsCommissioner, IReadOnlyList<RevisedMonth> Revised);
