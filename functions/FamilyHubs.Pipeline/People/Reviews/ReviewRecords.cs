namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>Everyone's reviews of all types with their components (calculations.md 4). Those of excluded persons were not read.</summary>
public sealed class ReviewRecords
{
    private const int NoModeRank = 3;
    private const int UnknownModeRank = 2;

    private readonly PersonRows<ReviewSignal> _signals;

    internal ReviewRecords(ReviewDefinitions definitions, PersonRows<ReviewSignal> signals, ComponentRecords components) =>
        (Definitions, _signals, Components) = (definitions, signals, components);

    public ReviewDefinitions Definitions { get; }

    internal ComponentRecords Components { get; }

    /// <summary>All signals on a person's record, in no order, whether they count or not.</summary>
    public ReadOnlySpan<ReviewSignal> Of(int person) => _signals.Of(person);

    /// <summary>Day of the earliest review of a type, from one day to another, that counts by the modes; null for none.</summary>
    public DateOnly? Earliest(int person, int type, DateOnly from, DateOnly to, ulong modes)
    {
        DateOnly? earliest = null;
        foreach (ref readonly var signal in Of(person))
        {
            if (signal.Type == type && from <= signal.Day && signal.Day <= to && !(signal.Day >= earliest) && signal.Counts(modes))
            {
                earliest = signal.Day;
            }
        }

        return earliest;
    }

    /// <summary>
    /// The component is present at a review of that day: recorded in one of the review's events, or on the day on the same record or on
    /// that of one of <paramref name="others"/>.
    /// </summary>
    public bool HasComponent(int component, int person, int type, DateOnly day, ulong modes, ReadOnlySpan<int> others)
    {
        if (Components.OnDay(component, person, day))
        {
            return true;
        }

        foreach (ref readonly var signal in Of(person))
        {
            if (signal.Type == type && signal.Day == day && signal.Counts(modes) && Components.InEvent(component, signal.Event))
            {
                return true;
            }
        }

        foreach (var other in others)
        {
            if (Components.OnDay(component, other, day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Score of a domain of ASQ-3 at a review of that day: the latest record of the same event or day; null without one.</summary>
    public double? Score(int domain, int person, int type, DateOnly day, ulong modes)
    {
        ComponentMark? latest = null;
        VisitMarks(person, type, day, modes, mark => latest = mark.Domain == domain && !double.IsNaN(mark.Value) ? Later(latest, mark) : latest);
        return latest?.Value;
    }

    /// <summary>Number of the feeding status at a review of that day: the latest record of the same event or day; -1 without one.</summary>
    public int FeedingStatus(int person, int type, DateOnly day, ulong modes)
    {
        ComponentMark? latest = null;
        VisitMarks(person, type, day, modes, mark => latest = mark.Status >= 0 ? Later(latest, mark) : latest);
        return latest?.Status ?? -1;
    }

    /// <summary>Reviews without mode, and those that do not count for a mode the profile does not know.</summary>
    internal IEnumerable<Finding> Findings(int people, ulong countedModes)
    {
        var (all, noMode, unknown) = (0L, 0L, 0L);
        Dictionary<(byte Type, DateOnly Day), int> best = [];
        for (var person = 0; person < people; person++)
        {
            best.Clear();
            foreach (ref readonly var signal in Of(person))
            {
                if (signal.IsAttended)
                {
                    var rank = Rank(signal, countedModes);
                    best[(signal.Type, signal.Day)] = Math.Max(rank, best.GetValueOrDefault((signal.Type, signal.Day)));
                }
            }

            foreach (var rank in best.Values)
            {
                all++;
                noMode += rank == NoModeRank ? 1 : 0;
                unknown += rank == UnknownModeRank ? 1 : 0;
            }
        }

        yield return new Finding(FindingRules.ReviewNoMode, "SREvent", noMode, all);
        yield return new Finding(FindingRules.ReviewUnknownMode, "SREvent", unknown, all);
    }

    /// <summary>Of several signals the best decides: by a counted mode, without mode, of unknown mode, by another mode.</summary>
    private static int Rank(in ReviewSignal signal, ulong countedModes) => signal.Mode switch
    {
        ReviewSignal.NoMode => NoModeRank,
        ReviewSignal.UnknownMode => UnknownModeRank,
        _ => signal.Counts(countedModes) ? NoModeRank + 1 : UnknownModeRank - 1,
    };

    private static ComponentMark Later(ComponentMark? latest, in ComponentMark mark) =>
        latest is { } best && (best.At, best.Row).CompareTo((mark.At, mark.Row)) >= 0 ? best : mark;

    private void VisitMarks(int person, int type, DateOnly day, ulong modes, Action<ComponentMark> visit)
    {
        foreach (ref readonly var mark in Components.OfPerson(person))
        {
            if (DateOnly.FromDateTime(mark.At) == day)
            {
                visit(mark);
            }
        }

        foreach (ref readonly var signal in Of(person))
        {
            if (signal.Type == type && signal.Day == day && signal.Counts(modes))
            {
                foreach (ref readonly var mark in Components.OfEvent(signal.Event))
                {
                    visit(mark);
                }
            }
        }
    }
}
