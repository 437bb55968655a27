using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Definitions;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>The tables of a snapshot: one row a figure, after disclosure control.</summary>
public static class SnapshotTables
{
    public static IReadOnlyList<SnapshotTable> Of(SnapshotDraft draft)
    {
        var report = draft.Month.Published;
        return
        [
            SnapshotTableBuilder.Build(
                "kpis", "A KPI at a place for a period.", From(draft, report.Kpis), [.. Place<KpiFigure>(draft, k => k.Level, k => k.Code, k => k.Name), .. Kpis(draft)]),
            SnapshotTableBuilder.Build(
                "outcomes", "An outcome measure at a place at the month's end, for people who started in one financial year or in all.",
                From(draft, report.Outcomes), [.. Place<OutcomeFigure>(draft, o => o.Level, o => o.Code), .. Outcomes(draft)]),
            PriorityGroupTable.Of(draft),
            SnapshotTableBuilder.Build(
                "indicators", "An indicator at a place for the period that its source gives; the national view by quarter, to date.",
                From(draft, [.. report.Indicators, .. report.National.Select(row => National(draft, row))]),
                [.. Place<IndicatorFigure>(draft, i => i.Level, i => i.Code), .. Indicators(draft)]),
            SnapshotTableBuilder.Build(
                "caseload", "Children under five with an open referral by tier at the month's end, or a count of the month, at a place.",
                From(draft, report.Caseload), [.. Place<CaseloadFigure>(draft, c => c.Level, c => c.Code), .. Caseload(draft)]),
            SnapshotTableBuilder.Build(
                "data_quality", "A rule of data quality at a place: what was checked and what failed.",
                From(draft, report.DataQuality), [.. Place<DataQualityFigure>(draft, q => q.Level, q => q.Code), .. Quality()]),
        ];
    }

    private static IEnumerable<(T Figure, SnapshotOrigin Origin)> From<T>(SnapshotDraft draft, IReadOnlyList<T> figures) => figures.Select(figure => (figure, draft.Origin));

    internal static IReadOnlyList<SnapshotField<T>> Place<T>(SnapshotDraft draft, Func<T, string> level, Func<T, string> code, Func<T, string?>? name = null) =>
    [
        SnapshotField<T>.Key("level", "area, quadrant, district or team; unknown: no usable postcode; outside: resident in none of the area's districts.", level),
        SnapshotField<T>.Key("code", "Code of the place.", code),
        SnapshotField<T>.Label("name", "Name of the place.", row => name?.Invoke(row) ?? draft.PlaceName(level(row), code(row))),
    ];

    private static IReadOnlyList<SnapshotField<KpiFigure>> Kpis(SnapshotDraft draft) =>
    [
        SnapshotField<KpiFigure>.Key("kpi", "Id of the KPI.", row => row.Kpi),
        SnapshotField<KpiFigure>.Label("title", "The KPI in words.", row => draft.Title(DefinitionKinds.Kpi, row.Kpi)),
        SnapshotField<KpiFigure>.Key("period", "month; ytd: from April; rolling12: twelve months to date.", row => row.Period),
        SnapshotField<KpiFigure>.Day("period_from", "First day of the period.", row => FirstDay(draft, row)),
        SnapshotField<KpiFigure>.Day("period_to", "Last day of the period.", _ => Month.Parse(draft.Origin.Month).Last),
        SnapshotField<KpiFigure>.Count("numerator", "Those of the cohort for whom the KPI is met.", row => row.Numerator),
        SnapshotField<KpiFigure>.Count("denominator", "The cohort.", row => row.Denominator),
        SnapshotField<KpiFigure>.Number("percentage", "numerator / denominator x 100, unrounded; empty when there is no cohort.", row => row.Percentage),
        SnapshotField<KpiFigure>.Number("lower", "Lower end of the 95 % Wilson interval, per cent.", row => row.Lower),
        SnapshotField<KpiFigure>.Number("upper", "Upper end of the 95 % Wilson interval, per cent.", row => row.Upper),
        SnapshotField<KpiFigure>.Number("target", "Target, per cent.", row => row.Target),
        SnapshotField<KpiFigure>.Text("rag", "green, amber or red against the target.", row => row.Rag),
        SnapshotField<KpiFigure>.Text("mark", "tick, cross or n/a against the target.", row => row.Mark),
        SnapshotField<KpiFigure>.Count("near_miss", "Those not met who had the review in time, but without the required component.", row => row.NearMiss),
        SnapshotField<KpiFigure>.Suppressed(row => row.Suppressed),
    ];

    private static IReadOnlyList<SnapshotField<OutcomeFigure>> Outcomes(SnapshotDraft draft) =>
    [
        SnapshotField<OutcomeFigure>.Key("measure", "Id of the outcome measure.", row => row.Measure),
        SnapshotField<OutcomeFigure>.Label("title", "The measure in words.", row => draft.Title(DefinitionKinds.Outcome, row.Measure)),
        SnapshotField<OutcomeFigure>.Key("start_year", "Financial year in which the person's latest episode started; empty: all years.", row => row.StartYear),
        SnapshotField<OutcomeFigure>.Count("cohort", "People with an episode.", row => row.Cohort),
        SnapshotField<OutcomeFigure>.Count("active", "Of these, not ended.", row => row.Active),
        SnapshotField<OutcomeFigure>.Count("completed", "Of these, ended with or without a recorded result.", row => row.Completed),
        SnapshotField<OutcomeFigure>.Count("abandoned", "Of these, ended because the person moved away or disengaged.", row => row.Abandoned),
        SnapshotField<OutcomeFigure>.Count("achieved", "Of the completed, those who achieved the outcome.", row => row.Achieved),
        SnapshotField<OutcomeFigure>.Number("achieved_percentage", "achieved among the completed with a known result, per cent.", row => row.AchievedPercentage),
        SnapshotField<OutcomeFigure>.Number("lower", "Lower end of its 95 % Wilson interval, per cent.", row => row.Lower),
        SnapshotField<OutcomeFigure>.Number("upper", "Upper end of its 95 % Wilson interval, per cent.", row => row.Upper),
        SnapshotField<OutcomeFigure>.Number("target", "Target of the year, per cent.", row => row.Target),
        SnapshotField<OutcomeFigure>.Text("rag", "green, amber or red against the target.", row => row.Rag),
        SnapshotField<OutcomeFigure>.Suppressed(row => row.Suppressed),
    ];

    private static IReadOnlyList<SnapshotField<IndicatorFigure>> Indicators(SnapshotDraft draft) =>
    [
        SnapshotField<IndicatorFigure>.Key("indicator", "Id of the indicator.", row => row.Indicator),
        SnapshotField<IndicatorFigure>.Label("title", "The indicator in words.", row => draft.Title(DefinitionKinds.Indicator, row.Indicator) ?? draft.Title(DefinitionKinds.National, row.Indicator)),
        SnapshotField<IndicatorFigure>.Key("organisation", "Who answers for it.", row => row.Organisation),
        SnapshotField<IndicatorFigure>.Key("period", "Month, quarter or financial year that it is for.", row => row.Period),
        SnapshotField<IndicatorFigure>.Number("numerator", "Numerator, where the source gives it.", row => row.Numerator),
        SnapshotField<IndicatorFigure>.Number("denominator", "Denominator, where the source gives it.", row => row.Denominator),
        SnapshotField<IndicatorFigure>.Number("value", "The indicator in its unit: per cent, a count or a rate. Empty: not known, which is not zero.", row => row.Value),
        SnapshotField<IndicatorFigure>.Number("target", "Target.", row => row.Target),
        SnapshotField<IndicatorFigure>.Number("baseline", "Mean of last year.", row => row.Baseline),
        SnapshotField<IndicatorFigure>.Text("mark", "tick, cross or n/a against the target.", row => row.Mark),
        SnapshotField<IndicatorFigure>.Text("rag", "green, amber or red against the target.", row => row.Rag),
        SnapshotField<IndicatorFigure>.Suppressed(row => row.Suppressed),
    ];

    private static IReadOnlyList<SnapshotField<CaseloadFigure>> Caseload(SnapshotDraft draft) =>
    [
        SnapshotField<CaseloadFigure>.Key("tier", "Code of the tier, or id of the count of the month.", row => row.Tier),
        SnapshotField<CaseloadFigure>.Label("title", "The tier or count in words.", row => draft.Title(DefinitionKinds.Caseload, row.Tier)),
        SnapshotField<CaseloadFigure>.Count("count", "Children of the tier, or the count.", row => row.Count),
        SnapshotField<CaseloadFigure>.Number("wte", "Whole-time equivalents of staff.", row => row.Wte),
        SnapshotField<CaseloadFigure>.Number("per_wte", "count / wte.", row => row.PerWte),
        SnapshotField<CaseloadFigure>.Suppressed(row => row.Suppressed),
    ];

    private static IReadOnlyList<SnapshotField<DataQualityFigure>> Quality() =>
    [
        SnapshotField<DataQualityFigure>.Key("rule", "Id of the rule.", row => row.Rule),
        SnapshotField<DataQualityFigure>.Key("table_name", "Table of the extract that it looks at.", row => row.Table),
        SnapshotField<DataQualityFigure>.Count("failed", "Records that failed.", row => row.Failed),
        SnapshotField<DataQualityFigure>.Count("checked", "Records that were checked.", row => row.Checked),
        SnapshotField<DataQualityFigure>.Number("percentage", "failed / checked x 100.", row => row.Percentage),
        SnapshotField<DataQualityFigure>.Suppressed(row => row.Suppressed),
    ];

    private static IndicatorFigure National(SnapshotDraft draft, NationalFigure row) => new(
        row.Indicator, "National view", Levels.Area, AreaCode(draft), row.Quarter, row.Numerator, row.Denominator,
        row.Percentage ?? (row.Denominator is null && !row.Suppressed ? row.Numerator : null), null, null, null, null, row.Suppressed);

    private static string AreaCode(SnapshotDraft draft) =>
        draft.Places.Keys.Select(key => key.Split('|')).First(parts => parts[0] == Levels.Area)[1];

    private static DateOnly FirstDay(SnapshotDraft draft, KpiFigure row) => Month.Parse(draft.Origin.Month) is var month && row.Period == "ytd" ? month.YearToDate[0].First
        : row.Period == "rolling12" ? month.Rolling12[0].First
        : month.First;
}
