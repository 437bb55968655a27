namespace FamilyHubs.Pipeline.People;

/// <summary>An allocation of a person to a team that has not been deleted.</summary>
/// <param name="IsKeyTeam">IsKeyTeam.</param>
/// <param name="Since">DateStart; <see cref="DateTime.MinValue"/> without one: it holds from always.</param>
/// <param name="To">Day of DateEnd; <see cref="DateOnly.MaxValue"/> without end.</param>
/// <param name="Row">RowIdentifier.</param>
/// <param name="Team">SRTeam.RowIdentifier.</param>
internal readonly record struct AllocationSpell(bool IsKeyTeam, DateTime Since, DateOnly To, long Row, long Team);
