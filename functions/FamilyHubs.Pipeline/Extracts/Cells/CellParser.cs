using System.Buffers.Text;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Reads the values of cells from their bytes (extracts.md 2), the same on every machine. Blanks around a value are passed over.</summary>
internal static class CellParser
{
    private const int SafeDigits = 19;
    private const int DateLength = 11;
    private const int MinuteLength = 17;
    private const int SecondLength = 20;
    private const int IsoDateLength = 10;
    private const int IsoSecondLength = 19;

    /// <summary>A whole number of at most 64 bits, with or without a sign.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> cell, out long value)
    {
        value = 0;
        var negative = cell.Length > 0 && cell[0] == '-';
        var digits = negative || (cell.Length > 0 && cell[0] == '+') ? cell[1..] : cell;
        if (digits.Length == 0)
        {
            return false;
        }

        ulong number = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (uint)(digits[i] - '0');
            if (digit > 9 || (i >= SafeDigits && (number > ulong.MaxValue / 10 || number * 10 > ulong.MaxValue - digit)))
            {
                return false;
            }

            number = number * 10 + digit;
        }

        if (number > (negative ? 1UL << 63 : long.MaxValue))
        {
            return false;
        }

        value = negative ? (long)(0 - number) : (long)number;
        return true;
    }

    /// <summary>A finite number with a decimal point.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> cell, out double value) =>
        Utf8Parser.TryParse(cell, out value, out var used) && used == cell.Length && double.IsFinite(value);

    /// <summary>TRUE, FALSE, 1, 0, Y or N in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> cell, out bool value)
    {
        value = false;
        switch (cell.Length)
        {
            case 1 when cell[0] is (byte)'1' or (byte)'Y' or (byte)'y':
                value = true;
                return true;
            case 1:
                return cell[0] is (byte)'0' or (byte)'N' or (byte)'n';
            case 4:
                value = true;
                return System.Text.Ascii.EqualsIgnoreCase(cell, "TRUE"u8);
            default:
                return System.Text.Ascii.EqualsIgnoreCase(cell, "FALSE"u8);
        }
    }

    /// <summary><c>dd MMM yyyy</c> with hours and minutes, seconds too, or none of them: then it is midnight.</summary>
    public static bool TryDate(ReadOnlySpan<byte> cell, out DateTime value)
    {
        value = default;
        if (cell.Length is not (DateLength or MinuteLength or SecondLength)
            || cell[2] != ' '
            || cell[6] != ' '
            || !TryDigits(cell[..2], out var day)
            || Month(cell.Slice(3, 3)) is not (> 0 and var month)
            || !TryDigits(cell.Slice(7, 4), out var year))
        {
            return false;
        }

        return cell.Length == DateLength
            ? TryMake(year, month, day, default, out value)
            : cell[DateLength] == ' ' && TryMake(year, month, day, cell[(DateLength + 1)..], out value);
    }

    /// <summary><c>yyyy-MM-dd</c>, or with <c>HH:mm:ss</c> after a blank or a T; fractions of a second are passed over.</summary>
    public static bool TryIsoDate(ReadOnlySpan<byte> cell, out DateTime value)
    {
        value = default;
        if (cell.Length < IsoDateLength
            || cell[4] != '-'
            || cell[7] != '-'
            || !TryDigits(cell[..4], out var year)
            || !TryDigits(cell.Slice(5, 2), out var month)
            || !TryDigits(cell.Slice(8, 2), out var day))
        {
            return false;
        }

        if (cell.Length == IsoDateLength)
        {
            return TryMake(year, month, day, default, out value);
        }

        if (cell.Length < IsoSecondLength || cell[IsoDateLength] is not ((byte)' ' or (byte)'T'))
        {
            return false;
        }

        var fraction = cell[IsoSecondLength..];
        return (fraction.Length == 0 || (fraction[0] == '.' && fraction.Length is > 1 and <= 8 && AreDigits(fraction[1..])))
            && TryMake(year, month, day, cell[(IsoDateLength + 1)..IsoSecondLength], out value);
    }

    private static bool TryMake(int year, int month, int day, ReadOnlySpan<byte> time, out DateTime value)
    {
        int hour = 0, minute = 0, second = 0;
        value = default;
        if (time.Length > 0
            && (time[2] != ':'
                || !TryDigits(time[..2], out hour)
                || !TryDigits(time.Slice(3, 2), out minute)
                || (time.Length > 5 && (time[5] != ':' || !TryDigits(time[6..], out second)))))
        {
            return false;
        }

        if (year == 0 || month is < 1 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        value = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    /// <summary>1 to 12 by the English name of three letters in any case, or 0.</summary>
    private static int Month(ReadOnlySpan<byte> name) => ((name[0] | 0x20) << 16 | (name[1] | 0x20) << 8 | name[2] | 0x20) switch
    {
        'j' << 16 | 'a' << 8 | 'n' => 1,
        'f' << 16 | 'e' << 8 | 'b' => 2,
        'm' << 16 | 'a' << 8 | 'r' => 3,
        'a' << 16 | 'p' << 8 | 'r' => 4,
        'm' << 16 | 'a' << 8 | 'y' => 5,
        'j' << 16 | 'u' << 8 | 'n' => 6,
        'j' << 16 | 'u' << 8 | 'l' => 7,
        'a' << 16 | 'u' << 8 | 'g' => 8,
        's' << 16 | 'e' << 8 | 'p' => 9,
        'o' << 16 | 'c' << 8 | 't' => 10,
        'n' << 16 | 'o' << 8 | 'v' => 11,
        'd' << 16 | 'e' << 8 | 'c' => 12,
        _ => 0,
    };

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            var digit = b - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = value * 10 + digit;
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
