using System.Diagnostics.CodeAnalysis;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A profile, or everything that is wrong with it.</summary>
/// <param name="Profile">Null when there are errors: a profile with an error is refused as a whole.</param>
/// <param name="Errors">In the order of the file.</param>
public sealed record ProfileResult(Profile? Profile, IReadOnlyList<ProfileError> Errors)
{
    [MemberNotNullWhen(true, nameof(Profile))]
    public bool IsValid => Profile is not null;
}
