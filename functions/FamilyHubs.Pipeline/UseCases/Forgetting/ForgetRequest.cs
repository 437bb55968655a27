using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>A request to forget a person.</summary>
/// <param name="Area">Area.</param>
/// <param name="Person">SystmOne record id.</param>
/// <param name="Organisation">Only what is visible to this organisation; null for everything.</param>
/// <param name="Reason">Why, e.g. the reference of the request; goes to the audit, so it names nobody.</param>
/// <param name="By">Who asks for it.</param>
/// <param name="DryRun">Only tell what would be removed.</param>
public sealed record ForgetRequest(string Area, long Person, string? Organisation, string Reason, string By, bool DryRun)
{
    /// <summary>Profile to go by instead of the one in force for the area: it says how the raw files are written.</summary>
    public Profile? Profile { get; init; }
}
