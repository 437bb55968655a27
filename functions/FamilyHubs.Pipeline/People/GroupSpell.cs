namespace FamilyHubs.Pipeline.People;

/// <summary>A time for which a person is in groups.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Day from which it holds no more; <see cref="DateOnly.MaxValue"/> without end.</param>
/// <param name="Groups">Set of groups.</param>
internal readonly record struct GroupSpell(DateOnly From, DateOnly To, ulong Groups);
