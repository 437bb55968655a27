using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>The forms of months and periods in returns: <c>2019-03</c>, <c>2018/19 Q4</c>, <c>2018/19</c> (extracts.md 5).</summary>
internal static class PeriodForm
{
    public static bool Is(ReadOnlySpan<byte> cell, TextForm form) =>
        IsMonth(cell) || (form == TextForm.Period && (IsYear(cell) || IsQuarter(cell)));

    private static bool IsMonth(ReadOnlySpan<byte> cell) =>
        cell.Length == 7 && cell[4] == '-' && AreDigits(cell[..4]) && AreDigits(cell[5..]) && Two(cell[5..]) is >= 1 and <= 12;

    private static bool IsYear(ReadOnlySpan<byte> cell) =>
        cell.Length == 7 && cell[4] == '/' && AreDigits(cell[..4]) && AreDigits(cell[5..]) && (Two(cell[2..4]) + 1) % 100 == Two(cell[5..]);

    private static bool IsQuarter(ReadOnlySpan<byte> cell) =>
        cell.Length == 10 && IsYear(cell[..7]) && cell[7] == ' ' && cell[8] == 'Q' && cell[9] is >= (byte)'1' and <= (byte)'4';

    private static int Two(ReadOnlySpan<byte> digits) => (digits[0] - '0') * 10 + digits[1] - '0';

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
