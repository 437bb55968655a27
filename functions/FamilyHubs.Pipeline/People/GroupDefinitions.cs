using System.Collections.Frozen;
using System.Numerics;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>
/// The priority groups of a profile as bits: bit g is the group with the g-th code in ordinal order, so that the bits of a set
/// come in the order of the codes.
/// </summary>
public sealed class GroupDefinitions
{
    /// <summary>A set of groups is 64 bits wide.</summary>
    public const int Most = 64;

    private readonly PriorityGroup[] _groups;

    /// <summary>The priority groups of a profile.</summary>
    /// <exception cref="ArgumentException">The profile has more than <see cref="Most"/> groups, or a source of unknown kind.</exception>
    public GroupDefinitions(Profile profile)
        : this(profile.Area, profile.PriorityGroups)
    {
    }

    /// <summary>Any groups that records start and end as they do priority groups, such as the tiers of the caseload.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="Most"/> groups, or a source of unknown kind.</exception>
    public GroupDefinitions(string area, IReadOnlyCollection<PriorityGroup> groups)
    {
        if (groups.Count > Most)
        {
            throw new ArgumentException(
                $"The profile of {area} has {groups.Count} priority groups; at most {Most} can be counted. Remove or merge groups.",
                nameof(groups));
        }

        _groups = [.. groups.OrderBy(group => group.Code, StringComparer.Ordinal)];
        Dictionary<string, CodedMeaning> codes = new(StringComparer.Ordinal);
        List<CodedSource> coded = [];
        for (var bit = 0; bit < _groups.Length; bit++)
        {
            foreach (var source in _groups[bit].Sources)
            {
                Add(source, bit, codes, coded);
            }
        }

        Codes = codes.ToFrozenDictionary(StringComparer.Ordinal);
        CodedSources = coded;
    }

    public int Count => _groups.Length;

    /// <summary>Meaning of each SRCode.CTV3Code.</summary>
    internal FrozenDictionary<string, CodedMeaning> Codes { get; }

    internal IReadOnlyList<CodedSource> CodedSources { get; }

    /// <summary>Groups of each SRPatientGroups.Name.</summary>
    internal Dictionary<string, ulong> PatientGroupNames { get; } = new(FieldText.Comparer);

    /// <summary>Groups of each name in the e-Start history.</summary>
    internal Dictionary<string, ulong> EstartNames { get; } = new(FieldText.Comparer);

    /// <summary>Groups of those with a protection plan.</summary>
    internal ulong AtRisk { get; private set; }

    /// <summary>Bit of the group with that code.</summary>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public int Find(string code)
    {
        var bit = Array.FindIndex(_groups, group => string.Equals(group.Code, code, StringComparison.Ordinal));
        return bit >= 0 ? bit : throw new ArgumentException($"The profile has no group {code}. Add it, or correct the code.", nameof(code));
    }

    public string Code(int group) => _groups[group].Code;

    public string Name(int group) => _groups[group].Name;

    /// <summary>Codes of the groups in a set, in ordinal order.</summary>
    public IReadOnlyList<string> CodesOf(ulong set)
    {
        var codes = new string[BitOperations.PopCount(set)];
        for (var i = 0; i < codes.Length; i++, set &= set - 1)
        {
            codes[i] = Code(BitOperations.TrailingZeroCount(set));
        }

        return codes;
    }

    private static void AddNames(Dictionary<string, ulong> names, GroupSource source, ulong group)
    {
        foreach (var name in source.Names ?? [])
        {
            names[name] = names.GetValueOrDefault(name) | group;
        }
    }

    private static void AddCodes(Dictionary<string, CodedMeaning> codes, IReadOnlyList<string>? list, CodedMeaning meaning)
    {
        foreach (var code in list ?? [])
        {
            if (!codes.TryAdd(code, meaning))
            {
                throw new ArgumentException($"Code {code} stands in the priority groups of the profile twice; a code stands in one place.", nameof(list));
            }
        }
    }

    private void Add(GroupSource source, int bit, Dictionary<string, CodedMeaning> codes, List<CodedSource> coded)
    {
        switch (source.Kind)
        {
            case "coded":
                var number = (short)coded.Count;
                coded.Add(new CodedSource(bit, _groups[bit].ExpiresAfterMonths));
                AddCodes(codes, source.Start, new CodedMeaning(number, IsStart: true));
                AddCodes(codes, source.End, new CodedMeaning(number, IsStart: false));
                break;
            case "patientGroup":
                AddNames(PatientGroupNames, source, 1UL << bit);
                break;
            case "estart":
                AddNames(EstartNames, source, 1UL << bit);
                break;
            case "personAtRisk":
                AtRisk |= 1UL << bit;
                break;
            default:
                throw new ArgumentException($"Priority group {_groups[bit].Code} has a source of unknown kind {source.Kind}.", nameof(source));
        }
    }
}
