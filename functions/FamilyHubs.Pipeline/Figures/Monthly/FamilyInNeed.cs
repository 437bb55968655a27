using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A family most in need (calculations.md 10). Sign-in pages only.</summary>
/// <param name="FamilyId">Record id of the family's key person.</param>
/// <param name="Children">Children under 18.</param>
/// <param name="Measures">Outcome measures with an active episode.</param>
/// <param name="Support">Teams with an open referral, and care plans.</param>
public sealed record FamilyInNeed(
    string FamilyId,
    string Quadrant,
    IReadOnlyList<string> Groups,
    int Children,
    IReadOnlyList<string> Measures,
    IReadOnlyList<string> Support,
    DateOnly? LastContact,
    IReadOnlyList<string> Reasons)
{
    /// <summary>District of the resident child with the lowest record id: whose page shows the family. Not in the JSON of the contract.</summary>
    [JsonIgnore]
    public string District { get; init; } = string.Empty;
}
