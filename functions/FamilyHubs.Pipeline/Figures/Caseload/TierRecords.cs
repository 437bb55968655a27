using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>
/// Which tiers a child counts in at a day (calculations.md 11): one level and every plan that applies. Of several levels in force the
/// one with the latest start decides, of one start the level that the profile lists last; none in force is the default. A level that
/// gives way while a plan applies counts as the level it names.
/// </summary>
internal sealed class TierRecords
{
    private readonly IReadOnlyList<TierDefinition> _tiers;
    private readonly GroupRecords _own;
    private readonly GroupRecords _groups;
    private readonly int[] _bits;
    private readonly int[][] _namedGroups;
    private readonly int _default;
    private readonly int[] _whenPlanApplies;

    public TierRecords(IReadOnlyList<TierDefinition> tiers, GroupDefinitions definitions, GroupRecords own, Population population)
    {
        (_tiers, _own, _groups) = (tiers, own, population.Groups);
        _bits = [.. tiers.Select(tier => definitions.Find(tier.Code))];
        _namedGroups = [.. tiers.Select(tier => GroupsOf(tier, population.Definitions))];
        _default = Find(tier => tier.Default);
        _whenPlanApplies = [.. tiers.Select(tier => tier.WhenPlanApplies is { } other ? Find(level => level.Code == other) : -1)];
    }

    /// <summary>Set of the tiers that the child counts in: bit t is the t-th tier of the profile.</summary>
    public ulong At(int person, DateOnly at)
    {
        var plans = 0UL;
        var level = _default;
        GroupStart? latest = null;
        for (var tier = 0; tier < _tiers.Count; tier++)
        {
            if (Start(tier, person, at) is not { } start)
            {
                continue;
            }

            if (_tiers[tier].Kind == "plan")
            {
                plans |= 1UL << tier;
            }
            else if (latest is not { } best || (start.At, start.Row).CompareTo((best.At, best.Row)) >= 0)
            {
                (level, latest) = (tier, start);
            }
        }

        if (plans != 0 && level >= 0 && _whenPlanApplies[level] >= 0)
        {
            level = _whenPlanApplies[level];
        }

        return level >= 0 ? plans | 1UL << level : plans;
    }

    private static int[] GroupsOf(TierDefinition tier, GroupDefinitions groups) =>
        [.. (tier.Sources ?? []).Where(source => source.Kind == "group").Select(source => groups.Find(source.Group ?? string.Empty))];

    private GroupStart? Start(int tier, int person, DateOnly at)
    {
        var start = _own.Start(person, _bits[tier], at);
        foreach (var group in _namedGroups[tier])
        {
            if (_groups.Start(person, group, at) is { } other)
            {
                start = GroupStart.Later(start, other);
            }
        }

        return start;
    }

    private int Find(Func<TierDefinition, bool> wanted)
    {
        for (var tier = 0; tier < _tiers.Count; tier++)
        {
            if (wanted(_tiers[tier]))
            {
                return tier;
            }
        }

        return -1;
    }
}
