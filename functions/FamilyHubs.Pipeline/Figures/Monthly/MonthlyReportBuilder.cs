using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Figures.Caseload;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Families;
using FamilyHubs.Pipeline.Figures.Indicators;
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
        var kpis = KpiCalculator.Compute(context);
        var national = NationalCalculator.Compute(context);
        var outcomes = OutcomeCalculator.Compute(context);
        var sources = await IndicatorSources.LoadAsync(context, cancel).ConfigureAwait(false);
        var (indicators, means) = IndicatorCalculator.Compute(context, sources);
        var caseload = await CaseloadCalculator.ComputeAsync(context, cancel).ConfigureAwait(false);
        var families = options.Families ? await FamiliesInNeed.ComputeAsync(context, cancel).ConfigureAwait(false) : null;

        // Last: it adds up what the others found.
        var inputs = new QualityInputs(ContractCatalog.Shipped, options.Ingest ?? [], national);
        var quality = await DataQualityCalculator.ComputeAsync(context, inputs, cancel).ConfigureAwait(false);
        var report = new MonthlyReport(
            profile.Area,
            month.ToString(),
            tables.Extract,
            profile.DefinitionVersion,
            kpis,
            outcomes,
            indicators,
            caseload,
            national,
            quality,
            options.Practitioners ? PractitionerCalculator.Compute(context) : null,
            families,
            ProgressCalculator.Compute(context, sources));
        var districts = (families ?? []).ToDictionary(family => family.FamilyId, family => family.District, StringComparer.Ordinal);
        var practitioners = options.Practitioners ? PractitionerCalculator.ByDistrict(context) : MonthlyDetails.Empty.Practitioners;
        return new MonthlyComputation(report, new MonthlyDetails(KpiHistory.Of(context), means, districts, practitioners), context.Findings);
    }
}
