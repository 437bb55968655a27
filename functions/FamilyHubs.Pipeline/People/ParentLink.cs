namespace FamilyHubs.Pipeline.People;

/// <summary>A relationship that makes <paramref name="Parent"/> a parent of the child it is kept with, while it holds.</summary>
/// <param name="Parent">Number of the parent in the register.</param>
/// <param name="From">Day of DateEvent; <see cref="DateOnly.MinValue"/> without one: it holds from always.</param>
/// <param name="To">Day of DateEnded; <see cref="DateOnly.MaxValue"/> without end.</param>
/// <param name="IsMother">RelationshipType is one of the profile's mothers.</param>
/// <param name="IsPrincipalCarer">PrincipalCarerForPatient.</param>
public readonly record struct ParentLink(int Parent, DateOnly From, DateOnly To, bool IsMother, bool IsPrincipalCarer)
{
    /// <summary>Begun by that day and not ended by it.</summary>
    public bool Holds(DateOnly at) => From <= at && at < To;
}
