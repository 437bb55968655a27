using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>
/// Makes the families of birth cohorts, with what each child has by the age at which a measure is due. All are born from the 7th to the 28th:
/// 30 days later it is the next month, 56 days later the one after.
/// </summary>
internal sealed class CohortMaker(SampleArea area)
{
    private const int FirstDay = 7;

    private const int Days = 22;

    private const string SixToEightWeeks = "sixToEightWeeks";

    private static readonly Shortfall[] Reasons =
        [Shortfall.Late, Shortfall.Telephone, Shortfall.NotAttended, Shortfall.Incomplete, Shortfall.Never];

    private readonly ReviewScript _reviews = new(area);
    private readonly DoseScript _doses = new(area);
    private readonly IReadOnlyList<IndicatorDefinition> _immunisations =
        [.. area.Profile.Indicators.Where(indicator => indicator.Source.Kind == "immunisation")];

    private readonly string? _breastfeeding = area.Profile.Indicators.FirstOrDefault(indicator => indicator.Source.Kind == "breastfeeding")?.Id;

    /// <param name="first">Number of the first household.</param>
    /// <param name="place">Where the household with a number lives.</param>
    public IEnumerable<Household> Make(BirthCohort cohort, int first, Func<int, SamplePlace> place)
    {
        var reasons = area.Profile.Kpis.ToDictionary(kpi => kpi.Id, kpi => ReasonsOf(cohort, kpi.Id), StringComparer.Ordinal);
        var fed = FedOf(cohort, reasons);
        for (var number = 0; number < cohort.Size; number++)
        {
            var birth = cohort.Month.First.AddDays(FirstDay - 1 + number % Days);
            var index = first + number;
            var household = new Household(area, index, new HouseholdPlan(place(index), number < cohort.Twins ? [birth, birth] : [birth])
            {
                HasMother = !IsMotherless(reasons, number),
                IsShared = index % 13 == 0,
            });
            PlayAll(household, household.Child, kpi => reasons[kpi.Id]?[number], number, fed?[number] ?? number % 9 < 4);
            foreach (var indicator in _immunisations)
            {
                if (cohort.Met.TryGetValue(indicator.Id, out var met))
                {
                    _doses.Play(household, household.Child, indicator, Spread.Holds(number, met, cohort.Size, ShiftOf(indicator.Id)), number);
                }
            }

            yield return household;
        }
    }

    /// <summary>Plays all reviews of a child.</summary>
    /// <param name="reason">What becomes of a KPI; null: it plays no part.</param>
    public void PlayAll(Household household, Person child, Func<KpiDefinition, Shortfall?> reason, int number, bool fed)
    {
        foreach (var kpi in area.Profile.Kpis)
        {
            if (reason(kpi) is { } shortfall
                && _reviews.Play(household, child, kpi, shortfall, number) is { } review && kpi.Review == SixToEightWeeks)
            {
                _reviews.Feed(household, review, !fed ? "notAtAll" : number % 3 == 0 ? "partially" : "totally");
            }
        }
    }

    /// <summary>Half of the families that were never seen before the birth have no mother on record.</summary>
    private bool IsMotherless(Dictionary<string, Shortfall[]?> reasons, int number) =>
        number % 2 == 1 && area.Profile.Kpis.Any(kpi => kpi.Unit == "family" && reasons[kpi.Id]?[number] == Shortfall.Never);

    private static Shortfall[]? ReasonsOf(BirthCohort cohort, string measure)
    {
        if (!cohort.Met.TryGetValue(measure, out var met))
        {
            return null;
        }

        var reasons = new Shortfall[cohort.Size];
        var missed = ShiftOf(measure);
        for (var number = 0; number < cohort.Size; number++)
        {
            reasons[number] = Spread.Holds(number, met, cohort.Size, ShiftOf(measure)) ? Shortfall.None : Reasons[missed++ % Reasons.Length];
        }

        return reasons;
    }

    /// <summary>The breastfed are chosen among those whose review counts: without it nothing is known.</summary>
    private bool[]? FedOf(BirthCohort cohort, Dictionary<string, Shortfall[]?> reasons)
    {
        var review = area.Profile.Kpis.FirstOrDefault(kpi => kpi.Review == SixToEightWeeks);
        if (_breastfeeding is null || review is null || reasons[review.Id] is not { } reviewed || !cohort.Met.TryGetValue(_breastfeeding, out var fed))
        {
            return null;
        }

        var (held, number) = (reviewed.Count(reason => reason == Shortfall.None), 0);
        return [.. reviewed.Select(reason => reason == Shortfall.None && Spread.Holds(number++, fed, held))];
    }

    /// <summary>Each measure is missed by other children.</summary>
    private static int ShiftOf(string measure) => measure.Sum(character => character);
}
