using FamilyHubs.Pipeline.Figures.Monthly.Disclosure;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>
/// Makes the publishable copy of a monthly report (calculations.md 9), always over the whole report: readers of different parts find nothing
/// together that one of them does not show. What readers have from earlier is part of what an attacker knows.
/// </summary>
public static class MonthlyDisclosure
{
    /// <summary>The report with what may not be shown set to null, counts rounded, and without the lists of practitioners and families.</summary>
    /// <param name="report">The report as computed.</param>
    /// <param name="rule">A rule that is off gives every figure as it is.</param>
    /// <param name="profile">Says which places add up to which, and what the measures are.</param>
    /// <param name="earlier">Earlier revisions of the month, the newest first, then earlier months; null for none.</param>
    /// <exception cref="InvalidOperationException">The figures contradict each other, or cannot be protected; they must not be published.</exception>
    /// <exception cref="ArgumentException">The report was published already.</exception>
    public static MonthlyReport Apply(MonthlyReport report, DisclosureRule rule, Profile profile, IReadOnlyList<MonthlyPublication>? earlier = null)
    {
        var open = report with { Practitioners = null, Families = null };
        if (rule is { Threshold: <= 1, RoundTo: <= 1 })
        {
            return open;
        }

        var inForce = new DisclosureRuleInForce(rule, profile);
        var places = new DisclosurePlaces(profile.Geography);
        var reports = DisclosedReport.All(report, earlier ?? []);
        DisclosedReport[] revisions = [.. reports.Where(one => one.Month == reports[0].Month)];

        var kpis = new KpiDisclosure(reports, inForce, places);
        KpiFigure[] published = [.. report.Kpis.Select(kpis.Publish)];
        var outcomes = report.Outcomes.Select(row => row.Measure).Distinct(StringComparer.Ordinal)
            .ToDictionary(measure => measure, measure => new OutcomeDisclosure(revisions, measure, inForce, places), StringComparer.Ordinal);
        var indicators = new IndicatorDisclosure(reports, published, inForce, places);
        var caseload = new CaseloadDisclosure(revisions, inForce, places);
        var quality = new QualityDisclosure(revisions, inForce, places);
        return open with
        {
            Kpis = published,
            Outcomes = [.. report.Outcomes.Select(row => outcomes[row.Measure].Publish(row))],
            Indicators = [.. report.Indicators.Select(indicators.Publish)],
            Caseload = [.. report.Caseload.Select(caseload.Publish)],
            National = [.. report.National.Select(kpis.Publish)],
            DataQuality = [.. report.DataQuality.Select(quality.Publish)],
        };
    }
}
