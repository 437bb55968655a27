using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Outcomes;

/// <summary>A random small area with care plans, reviews and referrals, in which every edge of the rules is likely.</summary>
internal sealed class RandomPlanArea(int seed)
{
    private readonly Random _random = new(seed);
    private long _nextRow = 10_000;

    /// <summary>Measures of <see cref="OutcomeProfile"/>, of which A has a rule that differs from seed to seed.</summary>
    public static async Task<Profile> ProfileAsync(int seed)
    {
        EligibilityRule[] rules =
        [
            new(MinAgeYears: 5, MaxAgeYears: 18), new(MinAgeMonths: 22, MaxAgeMonths: 60), new(Gender: "F"), new(SchoolAge: true),
            new(SecondarySchoolAge: true, Group: "G4"), new(Quintiles: [1, 3]), new(Group: "G1"), new(ChildOnProtectionPlan: true), new(Ehcp: true, MaxAgeYears: 20),
        ];
        var profile = OutcomeProfile.With(await SmallArea.ProfileAsync(), rules[seed % rules.Length], ineligibleCount: seed % 4 != 0);
        return profile with { Families = profile.Families with { FirstPerQuadrant = 1 + seed % 4 } };
    }

    public NaivePlanExtract Generate()
    {
        var people = new RandomArea(seed).Generate();
        var rows = new NaivePlanExtract(people);
        Change(people.Patients, patient => patient with { Gender = OneOf("F", "M", "female", null) });
        Change(people.Postcodes, postcode => postcode with { ImdQuintile = OneOf<long?>(null, 1, 2, 3) });
        Change(people.Allocations, allocation => allocation with { IDReferralIn = OneOf<long?>(null, 1, 2, 3, 4, 5) });

        // Older contacts, around the last day on which a family counts as reached.
        foreach (var contact in people.Events.Take(people.Events.Count / 2).ToArray())
        {
            people.Events.Add(contact with { RowIdentifier = NextRow(), DateEvent = contact.DateEvent?.AddDays(-180) });
        }

        for (var i = 1; i <= 5; i++)
        {
            rows.Referrals.Add(new(i, Somebody(people), Perhaps(Edge()), Perhaps(Edge()), Perhaps(Edge())));
        }

        for (var i = people.Patients.Count * 4; i > 0; i--)
        {
            AddPlan(rows);
        }

        return rows;
    }

    private void AddPlan(NaivePlanExtract rows)
    {
        var start = OneOf(Edge(), Edge(years: 1), Edge(years: 2));
        var plan = new NaivePlanExtract.Plan(
            NextRow(),
            Somebody(rows.People),
            OneOf("Plan A", " plan a2", "Plan M", "Plan X", "Plan W", "PLAN W ", "Sleep plan", " ", null),
            _random.Next(15) == 0 ? null : start,
            OneOf<DateTime?>(null, start.AddDays(1), Edge()),
            Perhaps(Edge()) is { } end && _random.Next(2) == 0 ? DateOnly.FromDateTime(end) : null,
            _random.Next(2) == 0 ? null : Outcome(),
            OneOf<long?>(null, 7, 70, 8));
        rows.Plans.Add(plan);
        for (var i = _random.Next(3); i > 0; i--)
        {
            rows.Reviews.Add(new(NextRow(), OneOf(plan.RowIdentifier, plan.RowIdentifier, plan.RowIdentifier + 1), Perhaps(Edge()), _random.Next(3) == 0 ? null : Outcome()));
        }
    }

    private string Outcome() => OneOf("Outcome achieved", "goal MET ", "Outcome not achieved", "No change after support", "Moved out of area", "Disengaged", "Closed, see notes", "3002", " ");

    private DateTime Edge(int years = 0) => SmallArea.AsOf.AddYears(-years).ToDateTime(TimeOnly.MinValue)
        .AddDays(_random.Next(-6, 4))
        .AddHours(OneOf(0, 0, 23));

    private DateTime? Perhaps(DateTime time) => _random.Next(3) == 0 ? null : time;

    private long? Somebody(NaiveExtract people) => _random.Next(20) == 0 ? OneOf<long?>(null, 999) : _random.Next(1, people.Patients.Count + 1);

    private long NextRow()
    {
        _nextRow++;
        return _nextRow % 2 == 0 ? _nextRow : 30_000 - _nextRow;
    }

    private T OneOf<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    private static void Change<T>(List<T> rows, Func<T, T> change)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i] = change(rows[i]);
        }
    }
}
