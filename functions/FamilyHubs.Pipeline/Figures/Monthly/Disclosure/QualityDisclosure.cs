using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>Disclosure control of data quality: what failed of what was checked is a proportion like any other.</summary>
internal sealed class QualityDisclosure
{
    private readonly DisclosureRuleInForce _rule;
    private readonly CountTable _counts;
    private readonly Dictionary<DataQualityFigure, ShareCells> _cells = new(ReferenceEqualityComparer.Instance);

    /// <param name="reports">The report and earlier revisions of the same month.</param>
    /// <param name="rule">Rule.</param>
    /// <param name="places">Sums over places.</param>
    public QualityDisclosure(IReadOnlyList<DisclosedReport> reports, DisclosureRuleInForce rule, DisclosurePlaces places)
    {
        _rule = rule;
        _counts = new CountTable(places, rule);
        foreach (var report in reports)
        {
            AddReport(report);
        }

        _counts.Suppress();
    }

    /// <summary>For tests that attack what is published.</summary>
    public CountTable Counts => _counts;

    public DataQualityFigure Publish(DataQualityFigure row)
    {
        var share = _cells[row];
        if (_counts.IsSuppressed(share))
        {
            return row with { Failed = null, Checked = _counts.Show(share.Denominator), Percentage = null, Suppressed = true };
        }

        var (failed, all) = (_rule.Round(share.Numerator.Value), _rule.Round(share.Denominator.Value));
        return row with { Failed = failed, Checked = all, Percentage = Percentage.Of(failed, all) };
    }

    private void AddReport(DisclosedReport report)
    {
        Dictionary<DataQualityFigure, ShareCells> cells = new(ReferenceEqualityComparer.Instance);
        foreach (var (row, shown) in report.Pair(r => r.DataQuality, q => (q.Rule, q.Table, q.Level, q.Code)))
        {
            var name = $"quality {row.Rule} {row.Table}";
            cells[row] = _counts.AddShare(
                (name + " failed", name + " checked"),
                row.Level,
                row.Code,
                MonthRange.Of(report.Month),
                DisclosedReport.Counted(row.Failed),
                DisclosedReport.Counted(row.Checked),
                (report.State(shown?.Failed), report.State(shown?.Checked)));
            if (report.IsCurrent)
            {
                _cells.Add(row, cells[row]);
            }
        }

        foreach (var rule in cells.GroupBy(cell => (cell.Key.Rule, cell.Key.Table)))
        {
            // Some counts are of the whole extract and stand for the area alone.
            _counts.AddPlaces(rule.Select(cell => cell.Value.Numerator), exact: false);
            _counts.AddPlaces(rule.Select(cell => cell.Value.Denominator), exact: false);
            _counts.AddPlaces(rule.Select(cell => cell.Value.Others), exact: false);
        }

        // The homes that are looked up are those of the children who have one.
        foreach (var (row, share) in cells.Where(cell => cell.Key.Rule == FindingRules.ChildNoHome))
        {
            foreach (var (_, lookedUp) in cells.Where(cell => cell.Key.Rule == FindingRules.HomeNotInReference && cell.Key.Code == row.Code && cell.Key.Level == row.Level))
            {
                if (lookedUp.Denominator.Value == share.Others.Value)
                {
                    _counts.AddSum(share.Others, lookedUp.Denominator);
                }
            }
        }
    }
}
