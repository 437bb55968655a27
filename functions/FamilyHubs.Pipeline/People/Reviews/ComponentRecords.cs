namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>Components of reviews, found by event or by person and day (calculations.md 4).</summary>
internal sealed class ComponentRecords
{
    private readonly PersonRows<ComponentMark> _marks;
    private readonly long[] _events;
    private readonly ComponentMark[] _byEvent;

    /// <param name="events">The events that are looked for.</param>
    public ComponentRecords(PersonRows<ComponentMark> marks, int people, IReadOnlySet<long> events)
    {
        _marks = marks;
        List<ComponentMark> byEvent = [];
        for (var person = 0; person < people; person++)
        {
            foreach (ref readonly var mark in marks.Of(person))
            {
                if (mark.Event != ReviewSignal.NoEvent && events.Contains(mark.Event))
                {
                    byEvent.Add(mark);
                }
            }
        }

        _byEvent = [.. byEvent];
        _events = [.. byEvent.Select(mark => mark.Event)];
        Array.Sort(_events, _byEvent);
    }

    /// <summary>Everything recorded in an event, on whoever's record.</summary>
    public ReadOnlySpan<ComponentMark> OfEvent(long eventId)
    {
        if (eventId == ReviewSignal.NoEvent)
        {
            return [];
        }

        var at = Array.BinarySearch(_events, eventId);
        if (at < 0)
        {
            return [];
        }

        var (first, end) = (at, at + 1);
        while (first > 0 && _events[first - 1] == eventId)
        {
            first--;
        }

        while (end < _events.Length && _events[end] == eventId)
        {
            end++;
        }

        return _byEvent.AsSpan(first, end - first);
    }

    /// <summary>Everything on a person's record, of any day.</summary>
    public ReadOnlySpan<ComponentMark> OfPerson(int person) => _marks.Of(person);

    /// <summary>The component was recorded in the event.</summary>
    public bool InEvent(int component, long eventId)
    {
        foreach (ref readonly var mark in OfEvent(eventId))
        {
            if (mark.Component == component)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The component was recorded for the person on the day.</summary>
    public bool OnDay(int component, int person, DateOnly day)
    {
        foreach (ref readonly var mark in OfPerson(person))
        {
            if (mark.Component == component && DateOnly.FromDateTime(mark.At) == day)
            {
                return true;
            }
        }

        return false;
    }
}
