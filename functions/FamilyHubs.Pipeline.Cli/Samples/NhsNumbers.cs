using System.Globalization;

namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>
/// NHS numbers of the range 999 000 0000 to 999 999 9999, which is kept for tests (systmone.md 5.1). About 909,000 of its stems have
/// a check digit; who comes later has a blank number, as some do in life.
/// </summary>
internal sealed class NhsNumbers
{
    private const int Stems = 1_000_000;

    private readonly int[] _valid;
    private readonly long _offset;
    private readonly long _stride = 611_953;

    public NhsNumbers(int seed)
    {
        List<int> valid = new(Stems);
        for (var stem = 0; stem < Stems; stem++)
        {
            if (CheckDigit(stem) < 10)
            {
                valid.Add(stem);
            }
        }

        _valid = [.. valid];
        while (!Coprime(_stride, _valid.Length))
        {
            _stride++;
        }

        _offset = Prng.Of(seed, "nhs-numbers").Below(_valid.Length);
    }

    /// <summary>The number of a person, different for each ordinal; null when there are no more.</summary>
    public string? Of(long ordinal)
    {
        if (ordinal >= _valid.Length)
        {
            return null;
        }

        var stem = _valid[(ordinal * _stride + _offset) % _valid.Length];
        return string.Create(CultureInfo.InvariantCulture, $"999{stem:000000}{CheckDigit(stem)}");
    }

    /// <summary>A stride of no common factor meets every position before it meets one twice.</summary>
    private static bool Coprime(long a, long b) => b == 0 ? a == 1 : Coprime(b, a % b);

    /// <summary>Modulus 11 over 999 and the stem; 10 means that there is none.</summary>
    private static int CheckDigit(int stem)
    {
        var sum = 9 * (10 + 9 + 8);
        for (int weight = 2, rest = stem; weight <= 7; weight++, rest /= 10)
        {
            sum += weight * (rest % 10);
        }

        return (11 - sum % 11) % 11;
    }
}
