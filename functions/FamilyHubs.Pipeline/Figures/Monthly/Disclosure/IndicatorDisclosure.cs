using FamilyHubs.Pipeline.Figures.Indicators;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>
/// Disclosure control of the indicators. Those of a KPI show what the KPI's row shows. A percentage that a partner returned without its counts
/// is published by the partner, and shown as it came.
/// </summary>
internal sealed class IndicatorDisclosure
{
    private readonly DisclosureRuleInForce _rule;
    private readonly CountTable _counts;
    private readonly Dictionary<IndicatorFigure, CountCell[]> _cells = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IndicatorDefinition> _definitions;
    private readonly IReadOnlyDictionary<(string Kpi, string Level, string Code), KpiFigure> _kpis;
    private readonly HashSet<(string Indicator, string Level, string Code)> _hiddenLastYear;

    /// <param name="reports">The report and earlier ones.</param>
    /// <param name="publishedKpis">The KPIs of the month as published.</param>
    /// <param name="rule">Rule.</param>
    /// <param name="places">Sums over places.</param>
    public IndicatorDisclosure(IReadOnlyList<DisclosedReport> reports, IEnumerable<KpiFigure> publishedKpis, DisclosureRuleInForce rule, DisclosurePlaces places)
    {
        _rule = rule;
        _counts = new CountTable(places, rule);
        _definitions = rule.Profile.Indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        _kpis = publishedKpis.Where(kpi => kpi.Period == "month").ToDictionary(kpi => (kpi.Kpi, kpi.Level, kpi.Code));
        var lastYear = reports[0].Month.FinancialYear.Previous;
        _hiddenLastYear =
        [
            .. reports.Where(report => report.Month.FinancialYear == lastYear).SelectMany(report => report.Published?.Indicators ?? [])
                .Where(row => row.Suppressed).Select(row => (row.Indicator, row.Level, row.Code)),
        ];
        foreach (var report in reports)
        {
            AddReport(report);
        }

        _counts.Suppress();
    }

    /// <summary>For tests that attack what is published.</summary>
    public CountTable Counts => _counts;

    public IndicatorFigure Publish(IndicatorFigure row)
    {
        var (isHidden, numerator, denominator, value) = KpiOf(row) is { } kpi
            ? (kpi.Percentage is null && kpi.Suppressed, kpi.Numerator, kpi.Denominator, kpi.Percentage)
            : Shown(row);
        if (isHidden)
        {
            return row with { Numerator = numerator, Denominator = denominator, Value = null, Baseline = null, Mark = null, Rag = null, Suppressed = true };
        }

        var shown = _rule.IsRounding && _definitions.TryGetValue(row.Indicator, out var definition)
            ? IndicatorAssessment.Of(definition, new IndicatorValue(row.Level, row.Code, row.Period, numerator, denominator, value), row.Baseline, _rule.Profile)
            : row;
        return shown with { Baseline = Baseline(row) };
    }

    /// <summary>Last year's mean, unless a month of it was hidden: the mean and the other months would give it away.</summary>
    private double? Baseline(IndicatorFigure row) => _hiddenLastYear.Contains((row.Indicator, row.Level, row.Code)) ? null
        : _rule.IsRounding && row.Baseline is { } mean ? Math.Round(mean)
        : row.Baseline;

    private KpiFigure? KpiOf(IndicatorFigure row) =>
        _definitions.GetValueOrDefault(row.Indicator)?.Source is { Kind: "kpi", Kpi: { } kpi } ? _kpis.GetValueOrDefault((kpi, row.Level, row.Code)) : null;

    private (bool IsHidden, double? Numerator, double? Denominator, double? Value) Shown(IndicatorFigure row)
    {
        if (!_cells.TryGetValue(row, out var cells))
        {
            return (false, row.Numerator, row.Denominator, row.Value);
        }

        var isHidden = Array.Exists(cells, _counts.IsSuppressed);
        if (IsShare(row))
        {
            var denominator = _counts.Show(cells[1]);
            return isHidden ? (true, null, denominator, null) : Rounded(row, _rule.Round(cells[0].Value), denominator);
        }

        // A count, or one part of a share alone: all of the row or nothing.
        return isHidden ? (true, null, null, null)
            : !_rule.IsRounding ? (false, row.Numerator, row.Denominator, row.Value)
            : (false, Round(row.Numerator), Round(row.Denominator), IsCount(row) ? Round(row.Value) : row.Value);
    }

    private (bool IsHidden, double? Numerator, double? Denominator, double? Value) Rounded(IndicatorFigure row, int numerator, int? denominator)
    {
        if (!_rule.IsRounding)
        {
            return (false, row.Numerator, row.Denominator, row.Value);
        }

        var per = _definitions.GetValueOrDefault(row.Indicator) is { Unit: "rate" } rate ? rate.Per ?? 1 : 100;
        return (false, numerator, denominator, denominator is > 0 ? per * numerator / denominator : null);
    }

    private double? Round(double? count) => count is { } value ? _rule.Round((int)Math.Round(value)) : null;

    private void AddReport(DisclosedReport report)
    {
        List<(string Indicator, string Period, CountCell[] Cells)> all = [];
        foreach (var (row, shown) in report.Pair(r => r.Indicators, i => (i.Indicator, i.Organisation, i.Level, i.Code, i.Period)))
        {
            if (_definitions.GetValueOrDefault(row.Indicator)?.Source.Kind == "kpi" || MonthRange.Parse(row.Period) is not { } months)
            {
                continue;
            }

            var cells = CellsOf(report, row, shown, months);
            all.Add((row.Indicator, row.Period, cells));
            if (report.IsCurrent && cells.Length > 0)
            {
                _cells.Add(row, cells);
            }
        }

        foreach (var rows in all.GroupBy(row => (row.Indicator, row.Period, row.Cells.Length)))
        {
            for (var measure = 0; measure < rows.Key.Length; measure++)
            {
                // Partners' figures need not add up.
                _counts.AddPlaces(rows.Select(row => row.Cells[measure]), exact: false);
            }
        }
    }

    /// <summary>Numerator, denominator and the others of a share; else whatever count the row has.</summary>
    private CountCell[] CellsOf(DisclosedReport report, IndicatorFigure row, IndicatorFigure? shown, MonthRange months)
    {
        var name = $"indicator {row.Indicator}";
        if (IsShare(row))
        {
            var share = _counts.AddShare(
                (name + " numerator", name + " denominator"),
                row.Level,
                row.Code,
                months,
                (int)row.Numerator!.Value,
                (int)row.Denominator!.Value,
                (report.State(shown?.Numerator), report.State(shown?.Denominator)));
            return [share.Numerator, share.Denominator, share.Others];
        }

        return
        [
            .. new[] { (" value", IsCount(row) ? row.Value : null, shown?.Value), (" numerator", row.Numerator, shown?.Numerator), (" denominator", row.Denominator, shown?.Denominator) }
                .Where(part => part.Item2 is not null)
                .Select(part => _counts.Add(name + part.Item1, row.Level, row.Code, months, (int)Math.Round(Math.Abs(part.Item2!.Value)), report.State(part.Item3))),
        ];
    }

    private bool IsCount(IndicatorFigure row) => _definitions.GetValueOrDefault(row.Indicator)?.Unit == "count";

    private bool IsShare(IndicatorFigure row) =>
        !IsCount(row) && row is { Numerator: { } numerator, Denominator: { } denominator }
        && double.IsInteger(numerator) && double.IsInteger(denominator) && numerator >= 0 && numerator <= denominator && denominator < int.MaxValue;
}
