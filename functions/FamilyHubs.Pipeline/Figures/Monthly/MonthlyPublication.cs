namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A report of a month that readers already have: an earlier month, or an earlier revision of the same one.</summary>
/// <param name="Computed">The report as it was computed then.</param>
/// <param name="Published">What was shown of it.</param>
public sealed record MonthlyPublication(MonthlyReport Computed, MonthlyReport Published);
