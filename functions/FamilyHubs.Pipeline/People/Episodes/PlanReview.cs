namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>A review of a care plan that carries an outcome.</summary>
/// <param name="Performed">DatePerformed.</param>
/// <param name="Row">RowIdentifier.</param>
internal readonly record struct PlanReview(DateTime Performed, long Row, EpisodeStatus Outcome);
