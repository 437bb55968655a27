namespace FamilyHubs.Pipeline.Access;

/// <summary>What a reader may see of an area.</summary>
/// <param name="Codes">Codes of the area, quadrants and districts.</param>
/// <param name="SeesChildren">The lists of children and families, by record id.</param>
/// <param name="SeesPractitioners">The activity of practitioners, by record id.</param>
/// <param name="SeesOperations">Extracts, runs and mails of the area: names, states and counts.</param>
public sealed record AccessGrant(IReadOnlyList<string> Codes, bool SeesChildren, bool SeesPractitioners = false, bool SeesOperations = false)
{
    /// <summary>Nothing.</summary>
    public static AccessGrant None { get; } = new([], false);

    public bool IsNone => Codes.Count == 0;
}
