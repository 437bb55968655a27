using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People.Reviews;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.National;

/// <summary>A share of the children who reach an age, with the indicators of its reviews: scores and feeding come from the earliest one in the window.</summary>
internal sealed class NationalCohort
{
    private readonly MonthlyContext _context;
    private readonly NationalIndicator _indicator;
    private readonly ReviewRecords _reviews;
    private readonly UnitReviews _units;
    private readonly int _type;
    private readonly ulong _modes;
    private readonly (NationalCount Count, Action<NationalCount, (int Person, DateOnly Day)?> Add)[] _parts;

    /// <param name="parts">Indicators of the share's reviews, with their counts.</param>
    public NationalCohort(MonthlyContext context, NationalIndicator indicator, IReadOnlyList<(NationalIndicator Indicator, NationalCount Count)> parts)
    {
        (_context, _indicator, _reviews, _units) = (context, indicator, context.Reviews, new UnitReviews(context));
        _type = _reviews.Definitions.Type(indicator.Review!);
        _modes = _reviews.Definitions.Modes(indicator.Modes ?? context.Profile.CountedModes);
        _parts = [.. parts.Select(part => (part.Count, Rule(part.Indicator)))];
    }

    /// <summary>Counts the residents of the area whose anchor is from that month to the month of the report.</summary>
    public void Count(Month first, NationalCount count)
    {
        var (anchor, last) = (_indicator.Anchor!, _context.Month);
        var isFamily = _indicator.Unit == BirthUnits.Family;
        foreach (var unit in BirthUnits.Of(_indicator.Unit, _context.Population, anchor, first, last, _context.Profile.FamilyBirthSpanDays))
        {
            var month = Month.Of(anchor.After(unit.Birth));
            if (month < first || month > last)
            {
                continue;
            }

            _units.Take(unit, isFamily, month.Last);
            if (_units.District < 0)
            {
                continue;
            }

            var review = Qualifying(unit.Birth);
            count.Add(review is not null);
            foreach (var (part, add) in _parts)
            {
                add(part, review);
            }
        }
    }

    /// <summary>The earliest review in the window, if none is where none may be: one of day 10 is no review after 14 days (C3).</summary>
    private (int Person, DateOnly Day)? Qualifying(DateOnly birth) =>
        _indicator.NotWithin is { } notWithin && _units.Earliest(_type, notWithin.Of(birth), _modes) is not null
            ? null
            : _units.Earliest(_type, _indicator.Window!.Of(birth), _modes);

    private Action<NationalCount, (int Person, DateOnly Day)?> Rule(NationalIndicator part)
    {
        var definitions = _reviews.Definitions;
        switch (part.Kind)
        {
            case NationalKinds.Component:
                var component = definitions.Component(part.Component!);
                return (count, review) =>
                {
                    if (review is { } found)
                    {
                        count.Add(_reviews.HasComponent(component, found.Person, _type, found.Day, _modes, _units.Parents));
                    }
                };
            case NationalKinds.Threshold:
                int[] domains = [.. part.Domains!.Select(definitions.Domain)];
                return (count, review) => AddScores(count, review, domains);
            default:
                int[] statuses = [.. part.Statuses!.Select(definitions.Status)];
                return (count, review) => count.Add(
                    review is { } found && statuses.Contains(_reviews.FeedingStatus(found.Person, _type, found.Day, _modes)));
        }
    }

    /// <summary>A review that lacks one of the scores is in no denominator: it is not counted as below.</summary>
    private void AddScores(NationalCount count, (int Person, DateOnly Day)? review, int[] domains)
    {
        if (review is not { } found)
        {
            return;
        }

        var onTrack = true;
        foreach (var domain in domains)
        {
            if (_reviews.Score(domain, found.Person, _type, found.Day, _modes) is not { } score)
            {
                return;
            }

            onTrack &= score >= _reviews.Definitions.Threshold(domain);
        }

        count.Add(onTrack);
    }
}
