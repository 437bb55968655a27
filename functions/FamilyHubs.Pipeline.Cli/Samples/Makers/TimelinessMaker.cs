using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>
/// What timeliness indicators count: a group joined or a referral made, and the event that must follow within so many days.
/// </summary>
internal sealed class TimelinessMaker(SampleArea area)
{
    /// <summary>H19-25: 64 % of health assessments within their 20 days.</summary>
    private const double InTime = 0.64;

    private const double Never = 0.06;

    private const double ReferralsAYear = 0.1;

    private readonly IReadOnlyList<IndicatorSource> _sources =
        [.. area.Profile.Indicators.Where(indicator => indicator.Source.Kind == "timeliness").Select(indicator => indicator.Source)];

    public void Add(Family family)
    {
        foreach (var source in _sources)
        {
            foreach (var child in family.Children)
            {
                if (source.From?.Group is { } group && child.Groups.TryGetValue(group, out var joined))
                {
                    Follow(family, child, source, joined);
                }
                else if (source.From?.ReferralReasons is { Count: > 0 } reasons)
                {
                    Refer(family, child, source, reasons);
                }
            }
        }
    }

    private void Refer(Family family, Person child, IndicatorSource source, IReadOnlyList<string> reasons)
    {
        var random = family.Random;
        var day = random.Day(area.HistoryStart, area.Options.To);
        var years = (area.Options.To.DayNumber - area.HistoryStart.DayNumber) / 365.25;
        if (!random.Chance(ReferralsAYear * years) || child.AgeOn(day) < 7 || !child.AliveOn(day))
        {
            return;
        }

        var when = Moments.OfWork(random, day);
        family.Facts.Add(new Referral
        {
            Id = family.NextId(),
            Owner = child,
            When = when,
            Created = Moments.Recorded(random, when),
            Reason = random.Pick(reasons),
            Source = "Education Services",
        });
        Follow(family, child, source, day);
    }

    private void Follow(Family family, Person child, IndicatorSource source, DateOnly from)
    {
        var random = family.Random;
        var calendarDays = source.Within!.Basis == "working" ? source.Within.Days * 7 / 5 : source.Within.Days;
        var day = from.AddDays(random.Chance(InTime) ? random.Between(4, calendarDays - 3) : random.Between(calendarDays + 4, calendarDays * 2));
        if (random.Chance(Never) || day > area.Horizon || day < area.HistoryStart)
        {
            return;
        }

        var when = Moments.OfWork(random, day);
        family.Facts.Add(new Entry
        {
            Id = family.NextId(),
            Owner = child,
            When = when,
            Created = Moments.Recorded(random, when),
            Code = random.Pick(source.To!.Codes),
            Text = "Assessment begun",
        });
    }
}
