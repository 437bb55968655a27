namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>The counts of one row of an outcome measure.</summary>
/// <param name="StartYear">Null for all years.</param>
/// <param name="Result">Achieved among those with a known result.</param>
internal sealed record OutcomeCells(string? StartYear, CountCell Cohort, CountCell Active, CountCell Completed, CountCell Abandoned, ShareCells Result)
{
    public CountCell[] All { get; } = [Cohort, Active, Completed, Abandoned, Result.Numerator, Result.Denominator, Result.Others];
}
