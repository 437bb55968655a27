namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>Collects the signals of reviews while tables are read.</summary>
internal sealed class ReviewSignals
{
    private readonly PersonRows<ReviewSignal>.Builder _rows = new();

    /// <summary>Events of which mode and attendance matter.</summary>
    public HashSet<long> Events { get; } = [];

    /// <summary>Adds a signal for each of a set of types.</summary>
    public void Add(int person, uint types, DateOnly day, long? eventId)
    {
        if (eventId is { } id)
        {
            Events.Add(id);
        }

        for (byte type = 0; types != 0; types >>= 1, type++)
        {
            if ((types & 1) != 0)
            {
                _rows.Add(person, new ReviewSignal(type, IsAttended: true, ReviewSignal.NoMode, day, eventId ?? ReviewSignal.NoEvent));
            }
        }
    }

    /// <summary>The signals with what became of their events.</summary>
    /// <param name="modes">Mode of each event that has arrived.</param>
    public PersonRows<ReviewSignal> Build(int people, IReadOnlyDictionary<long, short> modes, IReadOnlySet<long> notAttended)
    {
        var rows = _rows.Build(people);
        var known = new PersonRows<ReviewSignal>.Builder();
        for (var person = 0; person < people; person++)
        {
            foreach (ref readonly var signal in rows.Of(person))
            {
                known.Add(person, signal.Event == ReviewSignal.NoEvent ? signal : signal with
                {
                    Mode = modes.TryGetValue(signal.Event, out var mode) ? mode : ReviewSignal.NoMode,
                    IsAttended = !notAttended.Contains(signal.Event),
                });
            }
        }

        return known.Build(people);
    }
}
