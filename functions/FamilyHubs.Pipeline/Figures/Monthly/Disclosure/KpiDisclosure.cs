using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>
/// Disclosure control of the KPIs. A unit of a cohort is met, nearly met or neither; reviewed are the first two, which the national
/// view shows. Near misses are never published: they are small nearly everywhere, and protecting them would cost the figures of whole quadrants
/// (decision 75). Months stand in the year to date and in twelve months, of this report and of earlier ones.
/// </summary>
internal sealed class KpiDisclosure
{
    private const string YearToDate = "ytd";
    private const string TwelveMonths = "rolling12";

    private readonly DisclosureRuleInForce _rule;
    private readonly CountTable _counts;
    private readonly Dictionary<KpiFigure, ShareCells> _cells = new(ReferenceEqualityComparer.Instance);
    private readonly NationalDisclosure _national;

    public KpiDisclosure(IReadOnlyList<DisclosedReport> reports, DisclosureRuleInForce rule, DisclosurePlaces places)
    {
        _rule = rule;
        _counts = new CountTable(places, rule);
        foreach (var report in reports)
        {
            AddReport(report);
        }

        _national = new NationalDisclosure(_counts, reports, rule);
        _counts.Suppress();
    }

    /// <summary>For tests that attack what is published.</summary>
    public CountTable Counts => _counts;

    public KpiFigure Publish(KpiFigure row)
    {
        var share = _cells[row];
        if (_counts.IsSuppressed(share))
        {
            return row with
            {
                Numerator = null, Denominator = _counts.Show(share.Denominator), Percentage = null, Lower = null, Upper = null, Rag = null, Mark = null, NearMiss = null,
                Suppressed = true,
            };
        }

        var shown = _rule.IsRounding ? Rounded(row, _rule.Round(share.Numerator.Value), _rule.Round(share.Denominator.Value)) : row;
        return shown with { NearMiss = null };
    }

    public NationalFigure Publish(NationalFigure row) => _national.Publish(row);

    /// <summary>The measures of a KPI's counts by name.</summary>
    public static (string Numerator, string Denominator) MeasuresOf(string kpi) => ($"kpi {kpi} met", $"kpi {kpi} cohort");

    /// <summary>The name of those with a review, with the required component or without.</summary>
    public static string Reviewed(KpiDefinition kpi) => kpi.ComponentRequired ? $"kpi {kpi.Id} reviewed" : MeasuresOf(kpi.Id).Numerator;

    private void AddReport(DisclosedReport report)
    {
        List<(string Kpi, string Period, CountCell[] Cells)> all = [];
        foreach (var (row, shown) in report.Pair(r => r.Kpis, k => (k.Kpi, k.Level, k.Code, k.Period)))
        {
            var months = MonthRange.OfPeriod(row.Period, report.Month);
            var (numerator, denominator, near) = (
                DisclosedReport.Counted(row.Numerator), DisclosedReport.Counted(row.Denominator), DisclosedReport.Counted(row.NearMiss));
            var states = months.First == months.Last || row.Period == YearToDate
                ? (report.State(shown?.Numerator), report.State(shown?.Denominator))
                : (report.StateOfRange(shown?.Numerator), report.StateOfRange(shown?.Denominator));
            var share = _counts.AddShare(MeasuresOf(row.Kpi), row.Level, row.Code, months, numerator, denominator, states);
            var nearMiss = _counts.Add($"kpi {row.Kpi} near miss", row.Level, row.Code, months, near, CountState.Derived);
            var neither = _counts.Add($"kpi {row.Kpi} neither", row.Level, row.Code, months, denominator - numerator - near, CountState.Derived);
            var reviewed = _counts.Add($"kpi {row.Kpi} reviewed", row.Level, row.Code, months, numerator + near, CountState.Derived);
            _counts.AddSum(share.Others, nearMiss, neither);
            _counts.AddSum(reviewed, share.Numerator, nearMiss);
            all.Add((row.Kpi, row.Period, [share.Denominator, share.Numerator, share.Others, nearMiss]));
            if (report.IsCurrent)
            {
                _cells.Add(row, share);
                HideYearToDate(row, months, share);
            }
        }

        foreach (var group in all.GroupBy(row => (row.Kpi, row.Period)))
        {
            for (var measure = 0; measure < 4; measure++)
            {
                _counts.AddPlaces(group.Select(row => row.Cells[measure]), exact: report.IsCurrent);
            }
        }
    }

    /// <summary>
    /// Two years to date in a row give the month between them away. So where months are small as a rule, the year to date is hidden month after
    /// month rather than every other one, and the twelve months stay, which differ from those before by two unknown months (decision 75).
    /// </summary>
    private void HideYearToDate(KpiFigure row, MonthRange months, ShareCells share)
    {
        var count = Month.Range(months.First, months.Last).Count;
        if (row.Period != YearToDate || months == MonthRange.OfPeriod(TwelveMonths, months.Last) || count == 1)
        {
            return;
        }

        if (IsSmall(share.Denominator))
        {
            _counts.Hide(share.Denominator);
        }

        if (IsSmall(share.Denominator) || IsSmall(share.Numerator) || IsSmall(share.Others))
        {
            _counts.Hide(share.Numerator);
        }

        bool IsSmall(CountCell cell) => cell.Value > 0 && cell.Value < _rule.Threshold * count;
    }

    private KpiFigure Rounded(KpiFigure row, int numerator, int denominator)
    {
        var profile = _rule.Profile;
        var interval = Wilson.Interval(numerator, denominator, profile.Confidence.Z);
        var lowerIsBetter = profile.Kpis.FirstOrDefault(kpi => kpi.Id == row.Kpi)?.Polarity == "lower";
        var difference = TargetDifference.Of(numerator, denominator, row.Target, lowerIsBetter);
        return row with
        {
            Numerator = numerator,
            Denominator = denominator,
            Percentage = Percentage.Of(numerator, denominator),
            Lower = interval?.Lower,
            Upper = interval?.Upper,
            Rag = Rag.Of(difference, profile.Rag.AmberBand),
            Mark = Mark.Of(difference, profile.Marks.Band),
        };
    }
}
