using System.Numerics;
using System.Runtime.InteropServices;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Everything that the weekly report counts at one place.</summary>
internal sealed class PlaceTally(int groups)
{
    /// <summary>Memberships of children by group.</summary>
    public int[] Children { get; } = new int[groups];

    /// <summary>Memberships of adults by group.</summary>
    public int[] Adults { get; } = new int[groups];

    /// <summary>Children in at least one group.</summary>
    public int ChildrenInGroups { get; private set; }

    /// <summary>Adults in at least one group.</summary>
    public int AdultsInGroups { get; private set; }

    /// <summary>Children under five in three or more groups.</summary>
    public int UnderFives { get; private set; }

    /// <summary>Of <see cref="UnderFives"/>, those in each group.</summary>
    public int[] UnderFivesByGroup { get; } = new int[groups];

    /// <summary>Children under five by their exact set of groups.</summary>
    public Dictionary<ulong, int> Sets { get; } = [];

    /// <summary>Meaningful reaches of the week.</summary>
    public int Contacts { get; private set; }

    /// <summary>Of <see cref="Contacts"/>, those that ascertained the groups.</summary>
    public int Ascertained { get; private set; }

    public void AddPerson(ulong set, bool isChild)
    {
        if (set == 0)
        {
            return;
        }

        if (isChild)
        {
            ChildrenInGroups++;
        }
        else
        {
            AdultsInGroups++;
        }

        Add(set, isChild ? Children : Adults);
    }

    public void AddUnderFive(ulong set)
    {
        UnderFives++;
        Add(set, UnderFivesByGroup);
    }

    public void AddSet(ulong set) => CollectionsMarshal.GetValueRefOrAddDefault(Sets, set, out _)++;

    public void AddContact(bool ascertained)
    {
        Contacts++;
        Ascertained += ascertained ? 1 : 0;
    }

    private static void Add(ulong set, int[] counts)
    {
        for (; set != 0; set &= set - 1)
        {
            counts[BitOperations.TrailingZeroCount(set)]++;
        }
    }
}
