using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Makes up a whole family with all its records. The same number gives the same family, whatever came before.</summary>
internal sealed class FamilyMaker(SampleArea area)
{
    private readonly PersonMaker _people = new(area);
    private readonly HomeMaker _homes = new(area);
    private readonly TeamMaker _teams = new(area);
    private readonly ReviewMaker _reviews = new(area);
    private readonly ContactMaker _contacts = new(area);
    private readonly GroupMaker _groups = new(area);
    private readonly TierMaker _tiers = new(area);
    private readonly TimelinessMaker _timeliness = new(area);
    private readonly EpisodeMaker _episodes = new(area);
    private readonly ImmunisationMaker _immunisations = new(area);
    private readonly RemovalMaker _removals = new(area);

    /// <param name="index">Number of the family, from 0.</param>
    /// <param name="ordinal">How many people the families before it have.</param>
    public Family Make(int index, long ordinal)
    {
        var random = Prng.Of(area.Options.Seed, area.Profile.Area, index);
        var family = new Family(index, random) { Need = random.Weighted(Rates.NeedLevels) };
        _people.Add(family, ordinal);
        _homes.Add(family);
        RelationshipMaker.Add(family);
        _teams.Add(family);
        _reviews.Add(family);
        _contacts.Add(family);
        _groups.Add(family);
        _tiers.Add(family);
        _timeliness.Add(family);
        _episodes.Add(family);
        _immunisations.Add(family);
        SchoolMaker.Add(family, area.Horizon);
        NoteMaker.Add(family);
        _removals.Add(family);
        return family;
    }
}
