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
            if (owner[i] == person && last[i].Meaning.IsStart)
            {
                var source = _definitions.CodedSources[i];
                if (source.ExpiresAfterMonths is not { } months || DateOnly.FromDateTime(last[i].At).AddMonths(months) > at)
                {
                    set |= 1UL << source.Group;
                }
            }
        }

        return set;
    }
}
