namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>Disclosure control of the caseload and of the counts of the month: children, families and forms alike. What is shared out by staff goes with its count.</summary>
internal sealed class CaseloadDisclosure
{
    private readonly CountTable _counts;
    private readonly Dictionary<CaseloadFigure, CountCell> _cells = new(ReferenceEqualityComparer.Instance);

    /// <param name="reports">The report and earlier revisions of the same month.</param>
    /// <param name="rule">Rule.</param>
    /// <param name="places">Sums over places.</param>
    public CaseloadDisclosure(IReadOnlyList<DisclosedReport> reports, DisclosureRuleInForce rule, DisclosurePlaces places)
    {
        _counts = new CountTable(places, rule);
        var families = rule.Profile.MonthlyCounts.Where(count => count.Source.Kind == "tierFamilies").ToDictionary(count => count.Id, count => count.Source.Tier);
        foreach (var report in reports)
        {
            AddReport(report, families);
        }

        _counts.Suppress();
    }

    /// <summary>For tests that attack what is published.</summary>
    public CountTable Counts => _counts;

    public CaseloadFigure Publish(CaseloadFigure row)
    {
        if (!_cells.TryGetValue(row, out var cell))
        {
            return row;
        }

        var count = _counts.Show(cell);
        return row with { Count = count, PerWte = row.Wte is > 0 ? count / row.Wte : null, Suppressed = count is null };
    }

    private void AddReport(DisclosedReport report, Dictionary<string, string?> families)
    {
        Dictionary<(string Tier, string Level, string Code), CountCell> cells = [];
        foreach (var (row, shown) in report.Pair(r => r.Caseload, c => (c.Tier, c.Level, c.Code)))
        {
            if (row.Count is not { } count)
            {
                continue;
            }

            var cell = _counts.Add($"caseload {row.Tier}", row.Level, row.Code, MonthRange.Of(report.Month), count, report.State(shown?.Count));
            cells.Add((row.Tier, row.Level, row.Code), cell);
            if (report.IsCurrent)
            {
                _cells.Add(row, cell);
            }
        }

        foreach (var tier in cells.GroupBy(cell => cell.Key.Tier, StringComparer.Ordinal))
        {
            // Counts come from partners' returns too, which need not add up.
            _counts.AddPlaces(tier.Select(cell => cell.Value), exact: false);
            if (families.TryGetValue(tier.Key, out var of) && of is not null)
            {
                foreach (var (place, cell) in tier)
                {
                    if (cells.TryGetValue((of, place.Level, place.Code), out var children))
                    {
                        _counts.AddOrder(cell, children);
                    }
                }
            }
        }
    }
}
