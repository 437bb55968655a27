using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>The priority groups of a profile, and the combinations that many families have in common.</summary>
internal sealed class GroupBook
{
    /// <summary>Which of the commonest groups make up each frequent combination, and the share of families with it.</summary>
    private static readonly (int[] Positions, double Share)[] Patterns =
    [
        ([0, 1, 2], 0.022),
        ([0, 1, 3], 0.016),
        ([0, 2, 4], 0.012),
        ([1, 2, 3, 5], 0.009),
        ([0, 4, 6], 0.007),
        ([2, 5, 6, 7], 0.004),
    ];

    private readonly double[] _shares;

    public GroupBook(Profile profile)
    {
        All = [.. profile.PriorityGroups.Select(group => new SampleGroup(group, GroupRate.Of(group.Name)))];
        SampleGroup[] common =
        [
            .. All.Where(group => group.Coded is not null && group.Rate is { Child: true, FromMonths: 0, ToMonths: > 60 })
                .OrderByDescending(group => group.Rate.Rate).ThenBy(group => group.Group.Code, StringComparer.Ordinal),
        ];
        (SampleGroup[] Groups, double Share)[] fitting =
        [
            .. Patterns.Where(pattern => pattern.Positions[^1] < common.Length)
                .Select(pattern => (pattern.Positions.Select(position => common[position]).ToArray(), pattern.Share)),
        ];
        Bundles = [.. fitting.Select(bundle => bundle.Groups)];
        _shares = [.. fitting.Select(bundle => bundle.Share), 1 - fitting.Sum(bundle => bundle.Share)];
    }

    public IReadOnlyList<SampleGroup> All { get; }

    public IReadOnlyList<SampleGroup[]> Bundles { get; }

    /// <summary>A frequent combination, or null: most families have none.</summary>
    public SampleGroup[]? DrawBundle(Prng random)
    {
        var drawn = random.Weighted(_shares);
        return drawn < Bundles.Count ? Bundles[drawn] : null;
    }

    public SampleGroup? Find(string? code) => code is null ? null : All.FirstOrDefault(group => group.Group.Code == code);
}
