using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Households with children under five by their tiers in the caseload, and others that must not count in it (calculations.md 11).</summary>
internal sealed class TierHouseholds(SampleArea area, DateOnly monthEnd)
{
    private const int DaysOfBirth = 1_810;

    private const string OpenCaf = "CG04";

    private const int OfEachKind = 10;

    private static readonly DateOnly FirstBirth = new(2012, 2, 1);

    /// <summary>Of so many children one misses a check.</summary>
    private const int MissEach = 25;

    private readonly GroupScript _groups = new(area.Profile);
    private readonly CohortMaker _checks = new(area);
    private readonly DoseScript _doses = new(area);

    /// <param name="child">Number of its first child: days of birth run through five years, so that the earliest has its birthday the day after.</param>
    /// <param name="level">Level of service; null: none is recorded, which is Universal.</param>
    public Household Make(int index, int child, int children, string? level, IReadOnlyList<string> plans)
    {
        DateOnly[] births = [.. Enumerable.Range(0, children).Select(number => Birth(child + number)).Order()];
        var household = new Household(area, index, new HouseholdPlan(Place(index), births) { IsShared = index % 17 == 0 });
        foreach (var (number, person) in household.Family.Children.Index())
        {
            Record(household, person, index, level, plans);
            Check(household, person, child + number);
        }

        return household;
    }

    /// <summary>With the highest tiers, and yet not in the caseload of the area at the month's end.</summary>
    public IEnumerable<Household> NotOfTheCaseload(int index)
    {
        for (var number = 0; number < OfEachKind; number++)
        {
            var birth = Birth(number * 97);
            yield return With(NotReferred(index++, birth, since: birth, discharged: monthEnd));
            yield return With(NotReferred(index++, birth, since: monthEnd.AddDays(1), discharged: null));
            yield return With(NotReferred(index++, birth, since: null, discharged: null));
            yield return With(new Household(area, index, new HouseholdPlan(Place(index++), monthEnd.AddYears(-5))));
        }

        var leftOut = new LeftOutMaker(area);
        foreach (var reason in LeftOutMaker.Reasons)
        {
            yield return With(leftOut.Make(index++, reason, Birth(index), monthEnd));
        }

        Household With(Household household)
        {
            Record(household, household.Child, index, "partnershipPlus", ["lookedAfter"]);
            return household;
        }
    }

    private static DateOnly Birth(int number) => FirstBirth.AddDays(number * 37 % DaysOfBirth);

    private SamplePlace Place(int index) => area.Districts[index % area.Districts.Count];

    private Household NotReferred(int index, DateOnly birth, DateOnly? since, DateOnly? discharged)
    {
        var household = new Household(area, index, new HouseholdPlan(Place(index), birth) { IsReferred = false });
        if (since is { } day)
        {
            household.Refer(household.Child, day, discharged);
        }

        return household;
    }

    /// <summary>The checks and vaccines of all children: a few are missed, each by other children.</summary>
    private void Check(Household household, Person child, int number)
    {
        _checks.PlayAll(household, child, kpi => (number + kpi.Id[^1]) % MissEach == 0 ? Shortfall.Never : Shortfall.None, number, fed: number % 2 == 0);
        foreach (var indicator in area.Profile.Indicators.Where(indicator => indicator.Source.Kind == "immunisation"))
        {
            _doses.Play(household, child, indicator, met: (number + indicator.Id[0]) % MissEach != 0, number);
        }
    }

    private void Record(Household household, Person child, int number, string? level, IReadOnlyList<string> plans)
    {
        var day = child.BirthDay.AddDays(10);
        if (level is not null)
        {
            // A higher level that gave way to this one without being ended: the latest counts.
            if (level == "universalPlus" && number % 40 == 0)
            {
                _groups.Join(household, child, "partnershipPlus", day.AddDays(-4));
            }

            _groups.Join(household, child, level, day);
        }
        else if (number % 50 == 7)
        {
            // A level that ended, on the last day at that or long before.
            _groups.Join(household, child, "universalPlus", day, number % 100 == 7 ? monthEnd : day.AddDays(3));
        }
        else if (number % 200 == 11)
        {
            // One that begins the day after.
            _groups.Join(household, child, "partnershipPlus", monthEnd.AddDays(1));
        }

        foreach (var plan in plans)
        {
            _groups.Join(household, child, plan, day.AddDays(1));
        }

        if (plans.Any(plan => plan.StartsWith("caf", StringComparison.Ordinal)))
        {
            _groups.Join(household, child, OpenCaf, day.AddDays(1));
        }

        if (plans.Count == 0 && level is null && number % 150 == 13)
        {
            _groups.Join(household, child, "protectionPlan", day.AddDays(1), monthEnd);
            _groups.Join(household, child, "cafLevel2Lead", day.AddDays(1), day.AddDays(2));
            household.Protect(child, withPlan: false, day, until: null);
        }
    }
}
