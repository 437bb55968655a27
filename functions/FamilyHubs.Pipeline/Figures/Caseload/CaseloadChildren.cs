using System.Numerics;
using FamilyHubs.Pipeline.Figures.Monthly;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>The children of the caseload, each with the tiers it counts in, and how many there are at each place.</summary>
internal sealed class CaseloadChildren
{
    private const int EarlyYears = 5;

    private readonly MonthlyContext _context;
    private readonly List<(int Child, ulong Tiers)> _children = [];
    private readonly int[,] _counts;

    public CaseloadChildren(MonthlyContext context, OpenReferralReader referrals, TierRecords tiers)
    {
        _context = context;
        _counts = new int[context.Places.Places.Count, context.Profile.Tiers.Count];
        Span<int> buffer = stackalloc int[PlaceRows.MostPerPerson];
        for (var child = 0; child < context.Residents.Count; child++)
        {
            if (context.Residents.IsOut(child) || !referrals.IsOpen(child) || !context.Population.People.IsUnder(EarlyYears, child, context.AsOf))
            {
                continue;
            }

            var set = tiers.At(child, context.AsOf);
            _children.Add((child, set));
            foreach (var place in context.Places.Of(child, buffer))
            {
                for (var left = set; left != 0; left &= left - 1)
                {
                    _counts[place, BitOperations.TrailingZeroCount(left)]++;
                }
            }
        }
    }

    /// <summary>Children of a tier at a place, by their numbers.</summary>
    public int Count(int place, int tier) => _counts[place, tier];

    /// <summary>
    /// For each family with a child who counts in the tier, the child whose place is the family's: the resident of the area with the
    /// lowest record id, else the child with the lowest. A family counts once at each level, as it does in a KPI (calculations.md 5).
    /// </summary>
    public IReadOnlyCollection<int> FamiliesOf(int tier)
    {
        var people = _context.Population.People;
        Dictionary<int, int> families = [];
        foreach (var (child, tiers) in _children)
        {
            if ((tiers >> tier & 1) == 0)
            {
                continue;
            }

            var key = _context.Population.Relationships.FamilyKey(child, _context.AsOf);
            if (!families.TryGetValue(key, out var other) || Order(child).CompareTo(Order(other)) < 0)
            {
                families[key] = child;
            }
        }

        return families.Values;

        (bool IsElsewhere, long Id) Order(int child) => (_context.Residents.District(child) < 0, people.Id(child));
    }
}
