namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Arithmetic modulo the prime 2^61 - 1: exact where fractions of linear equations would grow without end.</summary>
internal static class PrimeField
{
    private const ulong Prime = (1UL << 61) - 1;

    public static ulong Add(ulong left, ulong right)
    {
        var sum = left + right;
        return sum >= Prime ? sum - Prime : sum;
    }

    public static ulong Minus(ulong value) => value == 0 ? 0 : Prime - value;

    public static ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        // 2^61 = 1, so that the bits from the 61st on are added to those below.
        return Add(Reduce(low & Prime), Reduce((low >> 61) | (high << 3)));
    }

    /// <summary>By Fermat's little theorem: value to the power of the prime less 2.</summary>
    public static ulong Inverse(ulong value)
    {
        if (value == 1 || value == Prime - 1)
            return value;
        var result = 1UL;
        for (var (power, rest) = (value, Prime - 2); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
                result = Multiply(result, power);
            power = Multiply(power, power);
        }
        return result;
    }

    /// <summary>A number that looks random and is the same on every run (SplitMix64).</summary>
    public static ulong Random(ulong index, ulong seed)
    {
        var mixed = (index + 1) * 0x9E3779B97F4A7C15 + (seed * 0xD1B54A32D192ED03);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed ^ (mixed >> 31)) % Prime;
    }

    private static ulong Reduce(ulong value) => value >= Prime ? value - Prime : value;
}
