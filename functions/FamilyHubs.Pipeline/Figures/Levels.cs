namespace FamilyHubs.Pipeline.Figures;

/// <summary>The levels of every report (product.md "JSON of the two reports").</summary>
public static class Levels
{
    public const string Area = "area";

    public const string Quadrant = "quadrant";

    public const string District = "district";

    public const string Team = "team";

    /// <summary>No home, or no usable postcode. Its only code is the same word.</summary>
    public const string Unknown = "unknown";

    /// <summary>Resident in no district of the profile. Its only code is the same word.</summary>
    public const string Outside = "outside";
}
