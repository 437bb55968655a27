using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>The monthly report as single figures, by the storage table that holds them.</summary>
public static class MonthlyFigureRows
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Figure>> Of(MonthlyReport report) => new Dictionary<string, IReadOnlyList<Figure>>(StringComparer.Ordinal)
    {
        [TableNames.KpiMonthly] = [.. report.Kpis.SelectMany(Kpi), .. report.National.Select(figure => National(figure, AreaCode(report)))],
        [TableNames.OutcomeMonthly] = [.. report.Outcomes.SelectMany(Outcome)],
        [TableNames.IndicatorMonthly] = [.. report.Indicators.Select(Indicator), .. (report.Progress ?? []).Select(Progress)],
        [TableNames.CaseloadMonthly] = [.. report.Caseload.SelectMany(Caseload)],
    };

    private static IEnumerable<Figure> Kpi(KpiFigure kpi) =>
    [
        new Figure("kpis", kpi.Level, kpi.Code, $"{kpi.Kpi}:{kpi.Period}", "percentage", kpi.Percentage, kpi.Numerator, kpi.Denominator),
        new Figure("kpis", kpi.Level, kpi.Code, $"{kpi.Kpi}:{kpi.Period}", "nearMiss", kpi.NearMiss, kpi.NearMiss),
    ];

    /// <summary>The national view is of the area's residents; every report has a row of the area in one of its parts.</summary>
    private static string AreaCode(MonthlyReport report) =>
        report.Kpis.Select(row => (row.Level, row.Code)).Concat(report.Caseload.Select(row => (row.Level, row.Code))).FirstOrDefault(row => row.Level == Levels.Area).Code
        ?? report.Area;

    private static Figure National(NationalFigure figure, string area) => new(
        "national", Levels.Area, area, $"{figure.Indicator}:{figure.Quarter}", figure.Denominator is null ? "count" : "percentage",
        figure.Denominator is null ? figure.Numerator : figure.Percentage, figure.Numerator, figure.Denominator);

    private static IEnumerable<Figure> Outcome(OutcomeFigure outcome)
    {
        var item = $"{outcome.Measure}:{outcome.StartYear ?? "all"}";
        yield return new Figure("outcomes", outcome.Level, outcome.Code, item, "cohort", outcome.Cohort, outcome.Cohort);
        yield return new Figure("outcomes", outcome.Level, outcome.Code, item, "active", outcome.Active, outcome.Active, outcome.Cohort);
        yield return new Figure("outcomes", outcome.Level, outcome.Code, item, "completed", outcome.Completed, outcome.Completed, outcome.Cohort);
        yield return new Figure("outcomes", outcome.Level, outcome.Code, item, "abandoned", outcome.Abandoned, outcome.Abandoned, outcome.Cohort);
        yield return new Figure("outcomes", outcome.Level, outcome.Code, item, "achieved", outcome.AchievedPercentage, outcome.Achieved, outcome.Known);
    }

    private static Figure Indicator(IndicatorFigure figure) => new(
        "indicators", figure.Level, figure.Code, $"{figure.Indicator}:{figure.Period}", "value", figure.Value, figure.Numerator, figure.Denominator);

    private static Figure Progress(ProgressFigure figure) => new(
        "progress", figure.Level, figure.Code, $"{figure.Indicator}:{figure.BeforeYear}:{figure.AfterYear}", "difference", figure.Difference);

    private static IEnumerable<Figure> Caseload(CaseloadFigure figure) =>
    [
        new Figure("caseload", figure.Level, figure.Code, figure.Tier, "count", figure.Count, figure.Count),
        new Figure("caseload", figure.Level, figure.Code, figure.Tier, "perWte", figure.PerWte, figure.Count, figure.Wte),
    ];
}
