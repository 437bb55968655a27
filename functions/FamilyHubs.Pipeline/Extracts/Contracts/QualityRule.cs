namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <param name="Id">Stable id, unique in its table.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Column">Column of which it is asked.</param>
public sealed record QualityRule(string Id, QualityKind Kind, string Column);
