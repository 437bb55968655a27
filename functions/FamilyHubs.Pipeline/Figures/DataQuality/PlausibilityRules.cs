using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>Rules that look at figures rather than records (calculations.md 13): silent errors show there first.</summary>
internal static class PlausibilityRules
{
    private const string Kpis = "KpiMonthly";
    private const string National = "National";

    /// <summary>Counts at each place the KPIs whose value of the month lies outside its own control limits, of those that have limits.</summary>
    public static void CheckLimits(MonthlyContext context, QualityRows rows)
    {
        foreach (var trend in KpiTrend.Of(context))
        {
            if (trend.Chart.Points[^1] is { Limits: not null } last && last.Day == context.Month.First)
            {
                rows.Add(QualityRules.KpiOutsideLimits, Kpis, trend.Level, trend.Code, last.Cause is SpecialCause.Outside ? 1 : 0, 1);
            }
        }
    }

    /// <summary>C2 + C3 is at most 100 %, C5 at least C4; not checked where one of the two is missing.</summary>
    public static void CheckNational(IReadOnlyList<NationalFigure> national, Place area, QualityRows rows)
    {
        foreach (var quarter in national.GroupBy(figure => figure.Quarter, StringComparer.Ordinal))
        {
            var shares = quarter.Where(figure => figure is { Numerator: not null, Denominator: > 0 })
                .ToDictionary(figure => figure.Indicator, figure => (Met: (long)figure.Numerator!.Value, All: (long)figure.Denominator!.Value), StringComparer.Ordinal);
            // Fractions are compared by multiplying out, so that exactly 100 % is not above it.
            if (shares.TryGetValue("C2", out var c2) && shares.TryGetValue("C3", out var c3))
            {
                var above = (c2.Met * c3.All) + (c3.Met * c2.All) > c2.All * c3.All;
                rows.Add(QualityRules.NewBirthVisits, National, area.Level, area.Code, above ? 1 : 0, 1);
            }

            if (shares.TryGetValue("C4", out var c4) && shares.TryGetValue("C5", out var c5))
            {
                var below = c5.Met * c4.All < c4.Met * c5.All;
                rows.Add(QualityRules.OneYearReviews, National, area.Level, area.Code, below ? 1 : 0, 1);
            }
        }
    }
}
