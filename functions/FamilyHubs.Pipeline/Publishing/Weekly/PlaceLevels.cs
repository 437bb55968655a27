namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The levels of the figures (product.md, "JSON of the two reports").</summary>
internal static class PlaceLevels
{
    public const string Area = "area";
    public const string Quadrant = "quadrant";
    public const string District = "district";
    public const string Team = "team";
    public const string Unknown = "unknown";
    public const string Outside = "outside";

    /// <summary>Code of the residents who have no team.</summary>
    public const string NoTeam = "none";
}
