using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>
/// Timeliness: of those whose time runs out in the month, the share with the second event by then (H19-18, H19-25). The clock starts on
/// joining a group or on a referral, two of one person on one day being one; time runs out so many calendar or working days later, that
/// day included. So whoever has not had the whole time yet counts in no month, and whoever never has the event counts as late.
/// </summary>
internal sealed class TimelinessSource : MonthSource
{
    private readonly MonthlyContext _context;
    private readonly Dictionary<string, List<(int Person, DateOnly Deadline, bool Met)>> _clocks = new(StringComparer.Ordinal);

    public TimelinessSource(MonthlyContext context, IReadOnlyList<IndicatorDefinition> indicators, TimelinessReader reader)
    {
        _context = context;
        var (starts, stops) = (reader.ReferralStarts(), reader.Stops());
        for (var number = 0; number < indicators.Count; number++)
        {
            var source = indicators[number].Source;
            var limit = source.Within ?? throw new ArgumentException($"Indicator {indicators[number].Id} has no limit of days.", nameof(indicators));
            int? group = source.From?.Group is { } code ? context.Population.Definitions.Find(code) : null;
            List<(int, DateOnly, bool)> clocks = [];
            for (var person = 0; person < context.Population.People.Count; person++)
            {
                var days = group is { } bit ? context.Population.Groups.Joinings(person, bit) : Days(starts.Of(person), number);
                foreach (var from in days)
                {
                    var deadline = Deadline(from, limit);
                    var met = Days(stops.Of(person), number).Any(day => from <= day && day <= deadline);
                    clocks.Add((person, deadline, met));
                }
            }

            _clocks[indicators[number].Id] = clocks;
        }
    }

    public override IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month)
    {
        var share = new PlaceShare(_context, month);
        foreach (var (person, deadline, met) in _clocks[indicator.Id])
        {
            if (month.Contains(deadline))
            {
                share.Add(person, met);
            }
        }

        return share.Shares();
    }

    private static DateOnly Deadline(DateOnly from, TimelinessLimit limit) =>
        limit.Basis == "working" ? WorkingDays.Add(from, limit.Days) : from.AddDays(limit.Days);

    private static IReadOnlyList<DateOnly> Days(ReadOnlySpan<ClockDay> clocks, int indicator)
    {
        SortedSet<DateOnly>? days = null;
        foreach (var clock in clocks)
        {
            if (clock.Indicator == indicator)
            {
                (days ??= []).Add(clock.Day);
            }
        }

        return days is null ? [] : [.. days];
    }
}
