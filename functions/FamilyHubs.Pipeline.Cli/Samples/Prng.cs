namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014). Integer arithmetic alone, and no function of the maths library, so that every machine draws
/// the same.
/// </summary>
internal sealed class Prng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for one thing of a population, e.g. a family by its number.</summary>
    public static Prng Of(int seed, string purpose, long index = 0)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in purpose)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        var mixed = new Prng(hash ^ ((ulong)(uint)seed << 32) ^ (ulong)index * 0x9E3779B97F4A7C15UL);
        return new Prng(mixed.Next());
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to 1, 1 excluded.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>From 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Position drawn by weight.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var at = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>A whole number whose mean is <paramref name="expected"/>: the next lower or higher one.</summary>
    public int Count(double expected)
    {
        var whole = (int)expected;
        return Chance(expected - whole) ? whole + 1 : whole;
    }

    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(Math.Max(1, last.DayNumber - first.DayNumber + 1)));
}
