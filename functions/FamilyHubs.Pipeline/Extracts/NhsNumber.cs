namespace FamilyHubs.Pipeline.Extracts;

/// <summary>The check digit of an NHS number (systmone.md 5.1).</summary>
public static class NhsNumber
{
    /// <summary>Ten digits, blanks between them allowed, of which the last is right by Modulus 11.</summary>
    public static bool IsValid(ReadOnlySpan<byte> cell)
    {
        var digits = 0;
        var sum = 0;
        foreach (var b in cell)
        {
            if (b is (byte)' ' or 0xA0)
            {
                continue;
            }

            var digit = b - '0';
            if (digit is < 0 or > 9 || ++digits > 10)
            {
                return false;
            }

            // Weights 10 to 2; the check digit itself has weight 1, so that the sum of a right number is a multiple of 11.
            sum += digit * (11 - digits);
        }

        return digits == 10 && sum % 11 == 0;
    }
}
