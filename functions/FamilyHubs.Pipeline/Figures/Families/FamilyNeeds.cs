using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>
/// The families of the quadrants at the month's end. A family is of the quadrant of its resident child with the lowest record id, as the unit
/// family of the KPIs is (calculations.md 5); one with no resident child is of no quadrant.
/// </summary>
internal sealed class FamilyNeeds
{
    private const int EarlyYears = 5;
    private const string ProtectionPlanTier = "protectionPlan";
    private const string LookedAfterTier = "lookedAfter";

    private readonly MonthlyContext _context;
    private readonly int[] _quadrants;
    private readonly ulong[] _sets;
    private readonly ulong _protectionPlan;
    private readonly ulong _lookedAfter;

    public FamilyNeeds(MonthlyContext context)
    {
        _context = context;
        _quadrants = [.. context.Profile.Geography.Quadrants.SelectMany((quadrant, number) => quadrant.Districts.Select(_ => number))];
        _sets = context.Population.Groups.At(context.AsOf, context.Population.People);
        _protectionPlan = context.Population.Definitions.AtRisk | GroupsOfTier(ProtectionPlanTier);
        _lookedAfter = GroupsOfTier(LookedAfterTier);
    }

    /// <summary>
    /// Those who can be among the first of their quadrant, whatever their contacts are: as many as are wanted, and all whom nothing but the
    /// contacts parts from the last of these. The whole history of contacts is read for them alone.
    /// </summary>
    public IReadOnlyList<FamilyNeed> First(int perQuadrant)
    {
        List<FamilyNeed> first = [];
        foreach (var quadrant in All().GroupBy(need => need.Quadrant))
        {
            FamilyNeed[] ordered = [.. quadrant.Order()];
            var last = ordered[Math.Min(perQuadrant, ordered.Length) - 1];
            first.AddRange(ordered.TakeWhile(need => need.CompareTo(last) <= 0));
        }

        return first;
    }

    private IEnumerable<FamilyNeed> All()
    {
        var population = _context.Population;
        var families = People.Families.At(_context.AsOf, _context.Profile.Families.ChildUnderYears, population.People, population.Relationships);
        foreach (var family in families.All)
        {
            if (NeedOf(family) is { } need)
            {
                yield return need;
            }
        }
    }

    private FamilyNeed? NeedOf(Family family)
    {
        var people = _context.Population.People;
        var (home, groups, ofChildren, children, underFives) = (-1, 0UL, 0UL, 0, 0);
        foreach (var member in family.Members)
        {
            groups |= _sets[member];
            if (!people.IsUnder(_context.Profile.Families.ChildUnderYears, member, _context.AsOf))
            {
                continue;
            }

            children++;
            ofChildren |= _sets[member];
            underFives += people.IsUnder(EarlyYears, member, _context.AsOf) ? 1 : 0;
            if (home < 0 && _context.Residents.District(member) is var district && district >= 0)
            {
                home = district;
            }
        }

        return home < 0
            ? null
            : new FamilyNeed(
                family, _quadrants[home], home, groups, children, underFives, (ofChildren & _protectionPlan) != 0, (ofChildren & _lookedAfter) != 0);
    }

    /// <summary>The priority groups that a tier of the caseload names.</summary>
    private ulong GroupsOfTier(string code)
    {
        var named = _context.Profile.Tiers.Where(tier => tier.Code == code).SelectMany(tier => tier.Sources ?? []).Select(source => source.Group).ToHashSet();
        var set = 0UL;
        for (var group = 0; group < _context.Population.Definitions.Count; group++)
        {
            set |= named.Contains(_context.Population.Definitions.Code(group)) ? 1UL << group : 0;
        }

        return set;
    }
}
