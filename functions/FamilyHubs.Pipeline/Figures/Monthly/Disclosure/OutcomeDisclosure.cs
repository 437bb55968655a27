using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>
/// Disclosure control of one outcome measure: statuses make the cohort, achieved and not achieved the completed with a known result, years
/// of start all years. How many have a known result stands nowhere but follows from the percentage.
/// </summary>
internal sealed class OutcomeDisclosure
{
    private const int Measures = 7;

    private readonly DisclosureRuleInForce _rule;
    private readonly CountTable _counts;
    private readonly Dictionary<OutcomeFigure, OutcomeCells> _cells = new(ReferenceEqualityComparer.Instance);

    /// <param name="reports">The report and earlier revisions of the same month.</param>
    /// <param name="measure">Id of the measure.</param>
    /// <param name="rule">Rule.</param>
    /// <param name="places">Sums over places.</param>
    public OutcomeDisclosure(IReadOnlyList<DisclosedReport> reports, string measure, DisclosureRuleInForce rule, DisclosurePlaces places)
    {
        _rule = rule;
        _counts = new CountTable(places, rule);
        foreach (var report in reports)
        {
            AddReport(report, measure);
        }

        _counts.Suppress();
    }

    /// <summary>For tests that attack what is published.</summary>
    public CountTable Counts => _counts;

    public OutcomeFigure Publish(OutcomeFigure row)
    {
        var cells = _cells[row];
        var shown = row with
        {
            Cohort = _counts.Show(cells.Cohort),
            Active = _counts.Show(cells.Active),
            Completed = _counts.Show(cells.Completed),
            Abandoned = _counts.Show(cells.Abandoned),
        };
        var isHidden = _counts.IsSuppressed(cells.Result);
        if (isHidden)
        {
            shown = shown with { Achieved = null, AchievedPercentage = null, Lower = null, Upper = null, Rag = null };
        }
        else if (_rule.IsRounding)
        {
            shown = Rounded(shown, _rule.Round(cells.Result.Numerator.Value), _rule.Round(cells.Result.Denominator.Value));
        }

        return shown with { Suppressed = isHidden || shown.Cohort is null || shown.Active is null || shown.Completed is null || shown.Abandoned is null };
    }

    private void AddReport(DisclosedReport report, string measure)
    {
        List<OutcomeCells> all = [];
        foreach (var (row, shown) in report.Pair(r => r.Outcomes.Where(o => o.Measure == measure), o => (o.Level, o.Code, o.StartYear)))
        {
            var cells = AddRow(report, row, shown);
            all.Add(cells);
            if (report.IsCurrent)
            {
                _cells.Add(row, cells);
            }
        }

        foreach (var year in all.GroupBy(cells => cells.StartYear))
        {
            for (var number = 0; number < Measures; number++)
            {
                _counts.AddPlaces(year.Select(cells => cells.All[number]), exact: report.IsCurrent);
            }
        }

        foreach (var place in all.GroupBy(cells => (cells.Cohort.Level, cells.Cohort.Code)))
        {
            if (place.FirstOrDefault(cells => cells.StartYear is null) is not { } whole)
            {
                continue;
            }

            for (var number = 0; number < Measures; number++)
            {
                _counts.AddListedSum(whole.All[number], [.. place.Where(cells => cells.StartYear is not null).Select(cells => cells.All[number])]);
            }
        }
    }

    private OutcomeCells AddRow(DisclosedReport report, OutcomeFigure row, OutcomeFigure? shown)
    {
        var months = MonthRange.Of(report.Month);
        var known = Known(row);
        var result = _counts.AddShare(
            (Name("achieved"), Name("known")),
            row.Level,
            row.Code,
            months,
            DisclosedReport.Counted(row.Achieved),
            known,
            // Without a percentage nothing was said of how many have a known result.
            (report.State(shown?.Achieved), shown is { AchievedPercentage: null } ? CountState.Derived : report.State(shown?.AchievedPercentage)));
        var cells = new OutcomeCells(
            row.StartYear,
            Add("cohort", row.Cohort, shown?.Cohort),
            Add("active", row.Active, shown?.Active),
            Add("completed", row.Completed, shown?.Completed),
            Add("abandoned", row.Abandoned, shown?.Abandoned),
            result);
        _counts.AddSum(cells.Cohort, cells.Active, cells.Completed, cells.Abandoned);
        _counts.AddListedSum(cells.Completed, cells.Result.Denominator);
        return cells;

        CountCell Add(string status, int? value, int? published) =>
            _counts.Add(Name(status), row.Level, row.Code, months, DisclosedReport.Counted(value), report.State(published));

        string Name(string status) => $"outcome {row.Measure} {row.StartYear ?? "all"} {status}";
    }

    /// <summary>Completed with a known result, as a reader works it out: from the percentage, or from the interval where nobody achieved it.</summary>
    private int Known(OutcomeFigure row)
    {
        var z = _rule.Profile.Confidence.Z;
        var known = row switch
        {
            { AchievedPercentage: > 0, Achieved: { } achieved } => achieved * 100 / row.AchievedPercentage.Value,
            { AchievedPercentage: 0, Upper: { } upper } => z * z * ((100 / upper) - 1),
            _ => 0,
        };
        return Math.Clamp((int)Math.Round(known), row.Achieved ?? 0, row.Completed ?? 0);
    }

    private OutcomeFigure Rounded(OutcomeFigure row, int achieved, int known)
    {
        var interval = Wilson.Interval(achieved, known, _rule.Profile.Confidence.Z);
        return row with
        {
            Achieved = achieved,
            AchievedPercentage = Percentage.Of(achieved, known),
            Lower = interval?.Lower,
            Upper = interval?.Upper,
            Rag = Rag.Of(TargetDifference.Of(achieved, known, row.Target, lowerIsBetter: false), _rule.Profile.Rag.AmberBand),
        };
    }
}
