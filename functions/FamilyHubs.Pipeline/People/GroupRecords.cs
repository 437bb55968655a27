namespace FamilyHubs.Pipeline.People;

/// <summary>Which groups a person is in at a day (calculations.md 3): a group when any of its sources says so.</summary>
public sealed class GroupRecords
{
    private readonly GroupDefinitions _definitions;
    private readonly PersonRows<CodedMark> _marks;
    private readonly PersonRows<GroupSpell> _spells;

    internal GroupRecords(GroupDefinitions definitions, PersonRows<CodedMark> marks, PersonRows<GroupSpell> spells) =>
        (_definitions, _marks, _spells) = (definitions, marks, spells);

    /// <summary>The set of groups of each person at that day; empty for who is out.</summary>
    public ulong[] At(DateOnly at, PersonRegister people)
    {
        var sets = new ulong[people.Count];
        var last = new CodedMark[_definitions.CodedSources.Count];
        var owner = new int[last.Length];
        Array.Fill(owner, -1);
        for (var person = 0; person < sets.Length; person++)
        {
            if (people.IsOut(person, at))
            {
                continue;
            }

            foreach (var spell in _spells.Of(person))
            {
                if (spell.From <= at && at < spell.To)
                {
                    sets[person] |= spell.Groups;
                }
            }

            var marks = _marks.Of(person);
            if (!marks.IsEmpty)
            {
                KeepLast(marks, person, at, last, owner);
                sets[person] |= Started(person, at, last, owner);
            }
        }

        return sets;
    }

    /// <summary>
    /// Since when a person is in a group at a day: the latest start among the sources that say so; null when none does.
    /// Whether the person is out is not looked at.
    /// </summary>
    public GroupStart? Start(int person, int group, DateOnly at)
    {
        GroupStart? start = null;
        foreach (ref readonly var spell in _spells.Of(person))
        {
            if ((spell.Groups >> group & 1) != 0 && spell.From <= at && at < spell.To)
            {
                start = GroupStart.Later(start, new GroupStart(spell.From.ToDateTime(TimeOnly.MinValue), Row: 0));
            }
        }

        for (var source = 0; source < _definitions.CodedSources.Count; source++)
        {
            if (_definitions.CodedSources[source].Group == group
                && LastBy(person, source, at) is { Meaning.IsStart: true } last && Holds(last, at))
            {
                start = GroupStart.Later(start, new GroupStart(last.At, last.Row));
            }
        }

        return start;
    }

    /// <summary>The days on which a person joins a group, in order: in the group that day and not the day before. Repeated records are no joining.</summary>
    public IReadOnlyList<DateOnly> Joinings(int person, int group)
    {
        // Most persons have no record of the group: nothing is allocated for them.
        SortedSet<DateOnly>? days = null;
        foreach (ref readonly var spell in _spells.Of(person))
        {
            if ((spell.Groups >> group & 1) != 0)
            {
                (days ??= []).Add(spell.From);
            }
        }

        foreach (ref readonly var mark in _marks.Of(person))
        {
            if (mark.Meaning.IsStart && _definitions.CodedSources[mark.Meaning.Source].Group == group)
            {
                (days ??= []).Add(DateOnly.FromDateTime(mark.At));
            }
        }

        return days is null ? [] : [.. days.Where(day => Start(person, group, day) is not null && Start(person, group, day.AddDays(-1)) is null)];
    }

    /// <summary>Leaves in <paramref name="last"/> each source's last record by the day; <paramref name="owner"/> tells whose it is, so that nothing need be cleared.</summary>
    private static void KeepLast(ReadOnlySpan<CodedMark> marks, int person, DateOnly at, CodedMark[] last, int[] owner)
    {
        foreach (ref readonly var mark in marks)
        {
            var source = mark.Meaning.Source;
            if (DateOnly.FromDateTime(mark.At) <= at
                && (owner[source] != person || (mark.At, mark.Row).CompareTo((last[source].At, last[source].Row)) > 0))
            {
                last[source] = mark;
                owner[source] = person;
            }
        }
    }

    private ulong Started(int person, DateOnly at, CodedMark[] last, int[] owner)
    {
        var set = 0UL;
        for (var i = 0; i < last.Length; i++)
        {
            if (owner[i] == person && last[i].Meaning.IsStart && Holds(last[i], at))
            {
                set |= 1UL << _definitions.CodedSources[i].Group;
            }
        }

        return set;
    }

    /// <summary>A start has not expired by the day.</summary>
    private bool Holds(CodedMark start, DateOnly at) =>
        _definitions.CodedSources[start.Meaning.Source].ExpiresAfterMonths is not { } months
        || DateOnly.FromDateTime(start.At).AddMonths(months) > at;

    /// <summary>The person's last record of a source by the day.</summary>
    private CodedMark? LastBy(int person, int source, DateOnly at)
    {
        CodedMark? last = null;
        foreach (ref readonly var mark in _marks.Of(person))
        {
            if (mark.Meaning.Source == source && DateOnly.FromDateTime(mark.At) <= at
                && (last is not { } best || (mark.At, mark.Row).CompareTo((best.At, best.Row)) > 0))
            {
                last = mark;
            }
        }

        return last;
    }
}
