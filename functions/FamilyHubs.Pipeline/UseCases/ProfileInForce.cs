using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The definitions by which an area is worked.</summary>
/// <param name="Profile">The profile in force.</param>
/// <param name="Refused">Faults of the blob <c>config/{area}/profile.json</c>, for which the last good profile stays in force; empty when it is in force itself, or there is none.</param>
public sealed record ProfileInForce(Profile Profile, IReadOnlyList<ProfileError> Refused);
