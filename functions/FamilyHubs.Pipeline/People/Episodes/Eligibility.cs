using System.Numerics;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>
/// Whether a person is one whom a measure is meant for, at the start of an episode (calculations.md 7; ages are completed and inclusive). An
/// education, health and care plan is in no table of the extract, so that part of a rule cannot be checked: a finding says how often.
/// </summary>
internal sealed class Eligibility
{
    private const int SchoolFrom = 5;
    private const int SecondarySchoolFrom = 11;
    private const int SchoolTo = 16;

    private readonly Population _population;
    private readonly GenderReader _genders;
    private readonly int _childUnderYears;
    private readonly PersonRows<ParentLink>? _children;

    private Eligibility(Profile profile, Population population, GenderReader genders)
    {
        (_population, _genders, _childUnderYears) = (population, genders, profile.Families.ChildUnderYears);
        if (profile.OutcomeMeasures.Any(measure => measure.Eligibility.ChildOnProtectionPlan))
        {
            _children = ChildrenOf(population);
        }
    }

    /// <param name="persons">Those who may be asked for.</param>
    public static async Task<Eligibility> LoadAsync(
        Profile profile, IExtractTables tables, Population population, ListTexts lists, IReadOnlySet<int> persons, CancellationToken cancel)
    {
        var genders = new GenderReader(population.People, lists, persons);
        if (profile.OutcomeMeasures.Any(measure => measure.Eligibility.Gender is not null))
        {
            await TableScan.RunAsync(tables, [genders], cancel).ConfigureAwait(false);
        }

        return new Eligibility(profile, population, genders);
    }

    /// <summary>Every part of the rule that can be checked holds; an age cannot hold without a date of birth.</summary>
    public bool Holds(EligibilityRule rule, int person, DateOnly start) =>
        HoldsAge(rule, person, start)
        && (rule.Gender is not { } gender || _genders.Is(gender, person))
        && (rule.Quintiles is not { } quintiles || (Quintile(person, start) is { } quintile && quintiles.Contains(quintile)))
        && (rule.Group is not { } group || IsIn(_population.Definitions.Find(group), person, start))
        && (!rule.ChildOnProtectionPlan || HasChildOnProtectionPlan(person, start));

    private static PersonRows<ParentLink> ChildrenOf(Population population)
    {
        var children = new PersonRows<ParentLink>.Builder();
        for (var child = 0; child < population.People.Count; child++)
        {
            foreach (ref readonly var link in population.Relationships.Of(child))
            {
                children.Add(link.Parent, link with { Parent = child });
            }
        }

        return children.Build(population.People.Count);
    }

    private bool HoldsAge(EligibilityRule rule, int person, DateOnly start)
    {
        if (rule is { MinAgeYears: null, MaxAgeYears: null, MinAgeMonths: null, MaxAgeMonths: null, SchoolAge: false, SecondarySchoolAge: false })
        {
            return true;
        }

        if (_population.People.Birth(person) is not { } birth)
        {
            return false;
        }

        var (years, months) = (Age.InYears(birth, start), Age.InMonths(birth, start));
        return !(years < rule.MinAgeYears) && !(years > rule.MaxAgeYears)
            && !(months < rule.MinAgeMonths) && !(months > rule.MaxAgeMonths)
            && (!rule.SchoolAge || years is >= SchoolFrom and <= SchoolTo)
            && (!rule.SecondarySchoolAge || years is >= SecondarySchoolFrom and <= SchoolTo);
    }

    /// <summary>Who is out is in no group.</summary>
    private bool IsIn(int group, int person, DateOnly start) =>
        !_population.People.IsOut(person, start) && _population.Groups.Start(person, group, start) is not null;

    private int? Quintile(int person, DateOnly start) =>
        _population.Homes.At(person, start) is var postcode && postcode >= 0 ? _population.Postcodes.Quintile(postcode) : null;

    private bool HasChildOnProtectionPlan(int person, DateOnly start)
    {
        foreach (ref readonly var link in _children!.Of(person))
        {
            var child = link.Parent;
            if (link.Holds(start) && _population.People.IsUnder(_childUnderYears, child, start) && IsOnProtectionPlan(child, start))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOnProtectionPlan(int child, DateOnly start)
    {
        for (var groups = _population.Definitions.AtRisk; groups != 0; groups &= groups - 1)
        {
            if (IsIn(BitOperations.TrailingZeroCount(groups), child, start))
            {
                return true;
            }
        }

        return false;
    }
}
