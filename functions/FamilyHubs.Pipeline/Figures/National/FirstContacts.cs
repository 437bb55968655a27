using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.National;

/// <summary>C1: first antenatal contacts of a pregnancy. A contact that follows none within 300 days is the first of a new one (calculations.md 5).</summary>
internal sealed class FirstContacts(MonthlyContext context, NationalIndicator indicator)
{
    private const int PregnancyDays = 300;

    private readonly int _type = context.Reviews.Definitions.Type(indicator.Review!);
    private readonly ulong _modes = context.Reviews.Definitions.Modes(indicator.Modes ?? context.Profile.CountedModes);
    private readonly List<DateOnly> _days = [];

    /// <summary>Mothers with a first contact from one month to another who live in the area at the end of its month.</summary>
    public int Between(Month first, Month last)
    {
        var mothers = 0;
        for (var person = 0; person < context.Population.People.Count; person++)
        {
            mothers += HasFirst(person, first, last) ? 1 : 0;
        }

        return mothers;
    }

    private bool HasFirst(int person, Month first, Month last)
    {
        _days.Clear();
        foreach (ref readonly var signal in context.Reviews.Of(person))
        {
            if (signal.Type == _type && signal.Counts(_modes))
            {
                _days.Add(signal.Day);
            }
        }

        _days.Sort();
        for (var i = 0; i < _days.Count; i++)
        {
            var isFirst = i == 0 || _days[i].DayNumber - _days[i - 1].DayNumber >= PregnancyDays;
            if (isFirst && first.First <= _days[i] && _days[i] <= last.Last
                && context.Finder.District(person, Month.Of(_days[i]).Last) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
