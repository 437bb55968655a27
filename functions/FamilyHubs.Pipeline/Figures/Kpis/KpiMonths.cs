using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>
/// The counts of every KPI for each of the last months at every place, from one extract (calculations.md 5): place and team are those at the end of
/// each month, and a child who died by then is in no cohort.
/// </summary>
public sealed class KpiMonths
{
    /// <summary>Months of a trend: two years.</summary>
    public const int MonthCount = 24;

    private readonly IReadOnlyList<KpiDefinition> _kpis;
    private readonly KpiCount[,,] _counts;

    private KpiMonths(MonthlyContext context)
    {
        _kpis = context.Profile.Kpis;
        Last = context.Month;
        Rows = PlaceRows.WithAllTeams(context.Profile.Geography, context.Population.Allocations.Teams);
        _counts = new KpiCount[_kpis.Count, MonthCount, Rows.Places.Count];
    }

    /// <summary>The first month counted.</summary>
    public Month First => Last.AddMonths(1 - MonthCount);

    /// <summary>The month of the report.</summary>
    public Month Last { get; }

    /// <summary>The places, with every team.</summary>
    public PlaceRows Rows { get; }

    /// <summary>Counts all cohorts.</summary>
    public static KpiMonths Count(MonthlyContext context)
    {
        var months = new KpiMonths(context);
        var reviews = new UnitReviews(context);
        for (var kpi = 0; kpi < months._kpis.Count; kpi++)
        {
            months.Count(kpi, context, reviews);
        }

        return months;
    }

    /// <summary>The sum of the months, both inclusive: never a mean of percentages.</summary>
    /// <param name="kpi">Number of the KPI in the profile.</param>
    /// <param name="place">Number of the place in <see cref="Rows"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A month was not counted.</exception>
    public KpiCount Sum(int kpi, int place, Month first, Month last)
    {
        if (first < First || last > Last)
        {
            throw new ArgumentOutOfRangeException(nameof(first), $"The months {First} to {Last} were counted.");
        }

        var sum = default(KpiCount);
        for (var month = IndexOf(first); month <= IndexOf(last); month++)
        {
            sum += _counts[kpi, month, place];
        }

        return sum;
    }

    private int IndexOf(Month month) => ((month.Year - First.Year) * 12) + month.Number - First.Number;

    private void Count(int number, MonthlyContext context, UnitReviews reviews)
    {
        var kpi = _kpis[number];
        var rule = new KpiRule(kpi, context.Reviews.Definitions, context.Profile);
        Span<int> buffer = stackalloc int[PlaceRows.MostPerPerson];
        foreach (var unit in BirthUnits.Of(kpi.Unit, context.Population, kpi.Anchor, First, Last, context.Profile.FamilyBirthSpanDays))
        {
            var month = Month.Of(kpi.Anchor.After(unit.Birth));
            if (month < First || month > Last)
            {
                continue;
            }

            reviews.Take(unit, rule.IsFamily, month.Last);
            var places = Rows.Of(reviews.District, reviews.Team, buffer);
            if (places.IsEmpty)
            {
                continue;
            }

            var count = rule.Count(reviews, unit.Birth);
            foreach (var place in places)
            {
                _counts[number, IndexOf(month), place] += count;
            }
        }
    }
}
