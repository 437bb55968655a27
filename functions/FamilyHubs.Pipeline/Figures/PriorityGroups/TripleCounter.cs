using System.Numerics;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Counts every set of three groups, once for each child who is in all three (calculations.md 3).</summary>
/// <param name="groups">Number of groups.</param>
internal sealed class TripleCounter(int groups)
{
    private readonly int[] _counts = new int[groups * groups * groups];

    /// <summary>The triples with at least one child.</summary>
    /// <param name="sets">Children by their exact set of groups.</param>
    public IReadOnlyList<KeyValuePair<ulong, int>> Count(IReadOnlyDictionary<ulong, int> sets)
    {
        Array.Clear(_counts);
        foreach (var (set, children) in sets)
        {
            Add(set, children);
        }

        List<KeyValuePair<ulong, int>> triples = [];
        for (var a = 0; a < groups - 2; a++)
        {
            for (var b = a + 1; b < groups - 1; b++)
            {
                for (var c = b + 1; c < groups; c++)
                {
                    if (_counts[Index(a, b, c)] is > 0 and var children)
                    {
                        triples.Add(new(1UL << a | 1UL << b | 1UL << c, children));
                    }
                }
            }
        }

        return triples;
    }

    private void Add(ulong set, int children)
    {
        for (var first = set; first != 0; first &= first - 1)
        {
            for (var second = first & (first - 1); second != 0; second &= second - 1)
            {
                for (var third = second & (second - 1); third != 0; third &= third - 1)
                {
                    _counts[Index(
                        BitOperations.TrailingZeroCount(first),
                        BitOperations.TrailingZeroCount(second),
                        BitOperations.TrailingZeroCount(third))] += children;
                }
            }
        }
    }

    private int Index(int a, int b, int c) => (((a * groups) + b) * groups) + c;
}
