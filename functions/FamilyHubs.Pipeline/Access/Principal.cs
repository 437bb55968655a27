namespace FamilyHubs.Pipeline.Access;

/// <summary>Who is signed in.</summary>
/// <param name="Id">Object id in the directory; what the audit names the person by.</param>
/// <param name="Email">Address, lower case, by which the recipients of an area know the person; null when the directory gives none.</param>
/// <param name="Name">For the foot of the page.</param>
/// <param name="Roles">App roles of the directory.</param>
public sealed record Principal(string Id, string? Email, string Name, IReadOnlyList<string> Roles)
{
    /// <summary>Area codes of the reader that the local host acts as; null for a person from the directory, whose codes are those of the recipients.</summary>
    public IReadOnlyList<string>? LocalCodes { get; init; }
}
