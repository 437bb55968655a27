using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Care plans of the outcome measures, mostly with people whom the measure is meant for (calculations.md 7).</summary>
internal sealed class EpisodeMaker
{
    /// <summary>A wording that no profile maps.</summary>
    public const string UnknownWording = "Closed, see notes";

    /// <summary>Some plans begin before outcomes count.</summary>
    private const int DaysBefore = 90;

    private const double NarrowFactor = 4;

    private readonly SampleArea _area;
    private readonly TeamMaker _teams;
    private readonly IReadOnlyList<OutcomeMeasure> _measures;
    private readonly Dictionary<string, string[]> _wordings;

    public EpisodeMaker(SampleArea area)
    {
        _area = area;
        _teams = new TeamMaker(area);
        _measures = [.. area.Profile.OutcomeMeasures.Where(measure => measure is { Kind: "episode", PlanNames.Count: > 0 })];
        _wordings = area.Profile.OutcomeWordings.GroupBy(wording => wording.Value, StringComparer.Ordinal)
            .ToDictionary(status => status.Key, status => status.Select(wording => wording.Key).ToArray(), StringComparer.Ordinal);
    }

    public void Add(Family family)
    {
        var random = family.Random;
        var first = _area.Profile.OutcomesFrom.AddDays(-DaysBefore);
        first = first > _area.HistoryStart ? first : _area.HistoryStart;
        if (first >= _area.Horizon)
        {
            return;
        }

        var years = (_area.Horizon.DayNumber - first.DayNumber) / 365.25;
        foreach (var measure in _measures)
        {
            foreach (var person in family.People)
            {
                var day = random.Day(first, _area.Horizon);
                var rate = IsEligible(family, person, measure, day) ? Rates.EpisodesAYear * (1 + family.Need) / 2 : Rates.EpisodesOfIneligible;
                rate *= IsNarrow(measure.Eligibility) ? NarrowFactor : 1;
                if (random.Chance(rate * years) && person.Created.Day() < day && person.AliveOn(day))
                {
                    AddEpisode(family, person, measure, day);
                }
            }
        }
    }

    private static bool IsNarrow(EligibilityRule rule) =>
        rule.Group is not null || rule.Quintiles is not null || rule.Ehcp || rule.ChildOnProtectionPlan || rule.MaxAgeMonths is not null;

    private bool IsEligible(Family family, Person person, OutcomeMeasure measure, DateOnly day)
    {
        var rule = measure.Eligibility;
        var (years, months, home) = (person.AgeOn(day), person.MonthsOn(day), family.HomeOn(day));
        return months >= 0
            && !(years < rule.MinAgeYears) && !(years > rule.MaxAgeYears)
            && !(months < rule.MinAgeMonths) && !(months > rule.MaxAgeMonths)
            && (rule.Gender is null || rule.Gender[0] == person.Sex)
            && (!rule.SchoolAge || years is >= 5 and <= 16)
            && (!rule.SecondarySchoolAge || years is >= 11 and <= 16)
            && (rule.Quintiles is null || rule.Quintiles.Contains(home?.Quintile ?? 0))
            && (rule.Group is null || person.Groups.ContainsKey(rule.Group))
            && (!rule.ChildOnProtectionPlan || (!person.IsChild && HasChildAtRisk(family)))
            && (measure.Scope is null || home?.Place?.Quadrant == measure.Scope.Quadrant);
    }

    private bool HasChildAtRisk(Family family) =>
        _area.Groups.All.Any(group => group.Group.Sources.Any(source => source.Kind == "personAtRisk")
            && family.Children.Exists(child => child.Groups.ContainsKey(group.Group.Code)));

    private void AddEpisode(Family family, Person person, OutcomeMeasure measure, DateOnly day)
    {
        var random = family.Random;
        var when = Moments.OfWork(random, day);
        var created = Moments.Recorded(random, when);
        var end = day.AddDays(random.Between(50, 260));
        var kind = random.Weighted(Rates.EpisodeEnds);
        var outcome = kind switch
        {
            0 => Wording(random, "achieved"),
            1 => Wording(random, "notAchieved"),
            2 => Wording(random, "movedAway"),
            3 => Wording(random, "disengaged"),
            4 => UnknownWording,
            _ => null,
        };
        var episode = new Episode
        {
            Id = family.NextId(),
            Owner = person,
            When = when,
            Created = created,
            Changed = end <= _area.Horizon ? Moments.OfWork(random, end).AddDays(4) : null,
            Staff = _teams.StaffOn(family, day),
            Plan = random.Pick(measure.PlanNames),
            Referral = family.Referrals.GetValueOrDefault(person),
            Ended = end <= _area.Horizon ? Moments.AtMidnight(end) : null,
            Outcome = outcome,
            OutcomeOnPlan = random.Chance(0.6),
            Discontinued = outcome is null || random.Chance(0.5),
        };
        family.Facts.Add(episode);
        if (episode is { Ended: { } performed, Changed: { } typed })
        {
            family.Facts.Add(new PlanReview
            {
                Id = family.NextId(),
                Owner = person,
                When = performed.AddHours(14),
                Created = typed,
                Staff = episode.Staff,
                Episode = episode,
            });
        }
    }

    private string? Wording(Prng random, string status) => _wordings.GetValueOrDefault(status) is { } wordings ? random.Pick(wordings) : null;
}
