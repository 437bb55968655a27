namespace FamilyHubs.Pipeline.Access;

/// <summary>What a reader may see of an area.</summary>
/// <param name="Codes">Codes of the area, quadrants and districts.</param>
/// <param name="SeesChildren">The lists of children, by record id.</param>
public sealed record AccessGrant(IReadOnlyList<string> Codes, bool SeesChildren)
{
    /// <summary>Nothing.</summary>
    public static AccessGrant None { get; } = new([], false);

    public bool IsNone => Codes.Count == 0;
}
