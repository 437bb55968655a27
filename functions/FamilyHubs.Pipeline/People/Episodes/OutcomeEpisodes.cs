using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>
/// The cohorts of the outcome measures at a day (calculations.md 7): everyone who has an episode that began from <c>outcomesFrom</c> to the
/// day, once in a measure, with the latest episode. Who is out at the day, and who has no date of birth, is in no cohort.
/// </summary>
public sealed class OutcomeEpisodes
{
    private readonly Dictionary<int, Episode>[] _latest;
    private long _episodes;
    private long _noBirth;
    private long _ineligible;
    private long _needPlan;
    private long _ended;
    private long _unmapped;

    private OutcomeEpisodes(EpisodeDefinitions definitions)
    {
        Definitions = definitions;
        _latest = [.. definitions.Measures.Select(_ => new Dictionary<int, Episode>())];
    }

    public EpisodeDefinitions Definitions { get; }

    /// <summary>What was found wrong with plans and reviews.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The latest episode of each person in the cohort of a measure, in no order.</summary>
    public IReadOnlyCollection<Episode> Of(int measure) => _latest[measure].Values;

    /// <summary>The person's latest episode of a measure; null when the person is not in its cohort.</summary>
    public Episode? Find(int measure, int person) => _latest[measure].TryGetValue(person, out var episode) ? episode : null;

    /// <summary>Reads SRCarePlanDetail and SRCarePlanReview, and what eligibility needs besides the population.</summary>
    public static async Task<OutcomeEpisodes> LoadAsync(
        Profile profile, IExtractTables tables, Population population, ListTexts lists, DateOnly asOf, CancellationToken cancel)
    {
        var definitions = new EpisodeDefinitions(profile);
        var reader = new CarePlanReader(
            population.People,
            new OutcomeColumn("SRCarePlanDetail", lists, definitions),
            new OutcomeColumn("SRCarePlanReview", lists, definitions),
            (_, name) => definitions.Plans.GetValueOrDefault(name, -1),
            asOf);
        await TableScan.RunAsync(tables, [reader, reader.Reviews], cancel).ConfigureAwait(false);

        CarePlan[] plans =
        [
            .. reader.Plans.Where(plan => DateOnly.FromDateTime(plan.Start) >= profile.OutcomesFrom && !population.People.IsOut(plan.Person, asOf)),
        ];
        var persons = plans.Select(plan => plan.Person).ToHashSet();
        var eligibility = await Eligibility.LoadAsync(profile, tables, population, lists, persons, cancel).ConfigureAwait(false);
        var episodes = new OutcomeEpisodes(definitions);
        foreach (ref readonly var plan in plans.AsSpan())
        {
            episodes.Add(plan, reader.StatusOf(plan), profile, population.People, eligibility);
        }

        episodes.Findings = [.. reader.Findings, .. episodes.Checks()];
        return episodes;
    }

    private void Add(in CarePlan plan, EpisodeStatus status, Profile profile, PersonRegister people, Eligibility eligibility)
    {
        _episodes++;
        if (people.Birth(plan.Person) is null)
        {
            _noBirth++;
            return;
        }

        _ended += status == EpisodeStatus.Active ? 0 : 1;
        _unmapped += status == EpisodeStatus.Unknown ? 1 : 0;
        var rule = Definitions.Measures[plan.Name].Eligibility;
        _needPlan += rule.Ehcp ? 1 : 0;
        var isEligible = eligibility.Holds(rule, plan.Person, DateOnly.FromDateTime(plan.Start));
        _ineligible += isEligible ? 0 : 1;
        if (!isEligible && !profile.IneligibleEpisodesCount)
        {
            return;
        }

        var latest = _latest[plan.Name];
        if (!latest.TryGetValue(plan.Person, out var other) || (plan.Start, plan.Row).CompareTo((other.Start, other.Row)) > 0)
        {
            latest[plan.Person] = new Episode(plan.Person, plan.Name, plan.Start, plan.Row, status, plan.DoneBy);
        }
    }

    private IEnumerable<Finding> Checks() =>
    [
        new(FindingRules.EpisodeNoBirth, CarePlanReader.TableName, _noBirth, _episodes),
        new(FindingRules.UnmappedOutcome, CarePlanReader.TableName, _unmapped, _ended),
        new(FindingRules.IneligibleEpisode, CarePlanReader.TableName, _ineligible, _episodes - _noBirth),
        new(FindingRules.EpisodeNotChecked, CarePlanReader.TableName, _needPlan, _needPlan),
    ];
}
