namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Dates as SystmOne writes them: <c>29 Sep 2011 14:53:28</c> (systmone.md 1.5).</summary>
internal static class SystmOneDates
{
    /// <returns>How many bytes were written: 11, 17 or 20.</returns>
    public static int Write(Span<byte> to, DateTime when, bool isDate, bool hasSeconds)
    {
        Two(to, when.Day);
        to[2] = (byte)' ';
        "JanFebMarAprMayJunJulAugSepOctNovDec"u8.Slice((when.Month - 1) * 3, 3).CopyTo(to[3..]);
        to[6] = (byte)' ';
        Two(to[7..], when.Year / 100);
        Two(to[9..], when.Year % 100);
        if (isDate)
        {
            return 11;
        }

        to[11] = (byte)' ';
        Two(to[12..], when.Hour);
        to[14] = (byte)':';
        Two(to[15..], when.Minute);
        if (!hasSeconds)
        {
            return 17;
        }

        to[17] = (byte)':';
        Two(to[18..], when.Second);
        return 20;
    }

    private static void Two(Span<byte> to, int value)
    {
        to[0] = (byte)('0' + value / 10);
        to[1] = (byte)('0' + value % 10);
    }
}
