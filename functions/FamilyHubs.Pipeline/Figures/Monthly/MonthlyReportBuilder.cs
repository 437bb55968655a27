using FamilyHubs.Pipeline.Figures.Families;
using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Figures.National;
using FamilyHubs.Pipeline.Figures.Outcomes;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>Computes the figures of a month from the tables of one extract (calculations.md 4 to 13).</summary>
public static class MonthlyReportBuilder
{
    /// <summary>The report as of the month's last day, before disclosure control, and the findings. The same input gives the same report.</summary>
    public static async Task<MonthlyComputation> BuildAsync(
        Profile profile, IExtractTables tables, Month month, MonthlyOptions options, CancellationToken cancel)
    {
        var context = await MonthlyContext.LoadAsync(profile, tables, month, cancel).ConfigureAwait(false);
        var report = new MonthlyReport(
            profile.Area,
            month.ToString(),
            tables.Extract,
            profile.DefinitionVersion,
            KpiCalculator.Compute(context),
            Outcomes: OutcomeCalculator.Compute(context),
            Indicators: [],
            Caseload: [],
            National: NationalCalculator.Compute(context),
            DataQuality: [],
            Practitioners: options.Practitioners ? PractitionerCalculator.Compute(context) : null,
            Families: options.Families ? await FamiliesInNeed.ComputeAsync(context, cancel).ConfigureAwait(false) : null);
        return new MonthlyComputation(report, context.Findings);
    }
}
