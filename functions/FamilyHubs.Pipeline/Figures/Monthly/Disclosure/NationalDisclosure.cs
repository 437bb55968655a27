using FamilyHubs.Pipeline.Figures.National;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>
/// Disclosure control of the national view, whose quarters hold months of the KPIs with the same review and window (calculations.md 5),
/// and whose indicators divide each other.
/// </summary>
internal sealed class NationalDisclosure
{
    private readonly CountTable _counts;
    private readonly DisclosureRuleInForce _rule;
    private readonly Dictionary<NationalFigure, ShareCells> _shares = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NationalFigure, CountCell> _plain = new(ReferenceEqualityComparer.Instance);

    public NationalDisclosure(CountTable counts, IReadOnlyList<DisclosedReport> reports, DisclosureRuleInForce rule)
    {
        (_counts, _rule) = (counts, rule);
        foreach (var report in reports)
        {
            AddReport(report);
        }
    }

    public NationalFigure Publish(NationalFigure row)
    {
        if (_plain.TryGetValue(row, out var plain))
        {
            return row with { Numerator = _counts.Show(plain), Suppressed = _counts.IsSuppressed(plain) };
        }

        var share = _shares[row];
        if (_counts.IsSuppressed(share))
        {
            return row with { Numerator = null, Denominator = _counts.Show(share.Denominator), Percentage = null, Suppressed = true };
        }

        var (numerator, denominator) = (_rule.Round(share.Numerator.Value), _rule.Round(share.Denominator.Value));
        return row with { Numerator = numerator, Denominator = denominator, Percentage = Percentage.Of(numerator, denominator) };
    }

    private void AddReport(DisclosedReport report)
    {
        Dictionary<string, ShareCells> shares = new(StringComparer.Ordinal);
        var area = _rule.Profile.Geography.Area.Code;
        var months = new MonthRange(report.Month.Quarter.Months[0], report.Month);
        foreach (var (row, shown) in report.Pair(r => r.National, n => (n.Indicator, n.Quarter)))
        {
            if (row.Denominator is null)
            {
                var plain = _counts.Add($"national {row.Indicator}", Levels.Area, area, months, DisclosedReport.Counted(row.Numerator), report.StateOfRange(shown?.Numerator));
                if (report.IsCurrent)
                {
                    _plain.Add(row, plain);
                }

                continue;
            }

            var share = shares[row.Indicator] = _counts.AddShare(
                MeasuresOf(row.Indicator),
                Levels.Area,
                area,
                months,
                DisclosedReport.Counted(row.Numerator),
                DisclosedReport.Counted(row.Denominator),
                (report.StateOfRange(shown?.Numerator), report.StateOfRange(shown?.Denominator)));
            if (report.IsCurrent)
            {
                _shares.Add(row, share);
            }
        }

        foreach (var indicator in _rule.Profile.National.Where(indicator => shares.ContainsKey(indicator.Id)))
        {
            AddSums(indicator, shares);
        }
    }

    /// <summary>The names of an indicator's counts: those of the KPI with the same cohort, those of the share that it is a part of, or its own.</summary>
    private (string Numerator, string Denominator) MeasuresOf(string id)
    {
        var own = ($"national {id} met", $"national {id} cohort");
        if (_rule.Profile.National.FirstOrDefault(one => one.Id == id) is not { } indicator)
        {
            return own;
        }

        if (indicator.Of is { } whole)
        {
            var of = MeasuresOf(whole);
            return (own.Item1, indicator.Kind == NationalKinds.Component ? of.Numerator : indicator.Kind == NationalKinds.Status ? of.Denominator : own.Item2);
        }

        if (_rule.Profile.Kpis.FirstOrDefault(kpi => IsSameCohort(kpi, indicator)) is { } same)
        {
            return (indicator.NotWithin is null && indicator.Window == same.Window ? KpiDisclosure.Reviewed(same) : own.Item1, KpiDisclosure.MeasuresOf(same.Id).Denominator);
        }

        return own;
    }

    private static bool IsSameCohort(KpiDefinition kpi, NationalIndicator indicator) =>
        indicator.Modes is null && kpi.Unit == indicator.Unit && kpi.Anchor == indicator.Anchor && kpi.Review == indicator.Review;

    private void AddSums(NationalIndicator indicator, Dictionary<string, ShareCells> shares)
    {
        var share = shares[indicator.Id];
        var parts = _rule.Profile.National.Where(part => part.Of == indicator.Id && shares.ContainsKey(part.Id)).ToArray();
        _counts.AddListedSum(share.Numerator, [.. parts.Where(part => part.Kind == NationalKinds.Status).Select(part => shares[part.Id].Numerator)]);
        foreach (var part in parts.Where(part => part.Kind == NationalKinds.Threshold))
        {
            _counts.AddOrder(shares[part.Id].Denominator, share.Numerator);
        }

        // Early and late reviews of one cohort: what they leave of it had none.
        foreach (var early in _rule.Profile.National.Where(
            early => indicator.NotWithin is not null && early.Window == indicator.NotWithin && early.Anchor == indicator.Anchor && early.Review == indicator.Review))
        {
            if (shares.TryGetValue(early.Id, out var before) && before.Denominator.Value == share.Denominator.Value)
            {
                _counts.AddListedSum(share.Denominator, before.Numerator, share.Numerator);
            }
        }
    }
}
