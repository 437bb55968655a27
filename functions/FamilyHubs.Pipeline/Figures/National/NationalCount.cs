namespace FamilyHubs.Pipeline.Figures.National;

/// <summary>An indicator as it is added up.</summary>
internal sealed class NationalCount
{
    public int Numerator { get; set; }

    public int Denominator { get; set; }

    /// <summary>Counts one in the denominator, and in the numerator if it has what is asked.</summary>
    public void Add(bool has)
    {
        Denominator++;
        Numerator += has ? 1 : 0;
    }
}
