namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Chooses so many of so many, evenly and always the same.</summary>
internal static class Spread
{
    /// <summary>Whether the one with a number from 0 is among those chosen: exactly <paramref name="chosen"/> of <paramref name="of"/> are.</summary>
    /// <param name="shift">Another shift chooses others.</param>
    public static bool Holds(int number, int chosen, int of, int shift = 0)
    {
        var place = (number + shift) % of;
        return (long)(place + 1) * chosen / of > (long)place * chosen / of;
    }
}
