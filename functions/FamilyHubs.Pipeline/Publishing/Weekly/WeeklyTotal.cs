namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The memberships of a place in an earlier week, as published then.</summary>
/// <param name="AsOf">The Sunday of the week.</param>
/// <param name="Memberships">Null when suppressed.</param>
public sealed record WeeklyTotal(DateOnly AsOf, string Level, string Code, int? Memberships);
