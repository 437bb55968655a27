namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A chart that starts again; figure is kpi:ID, outcome:ID or indicator:ID.</summary>
public sealed record SpcRebase(
    string Figure,
    DateOnly From,
    string Note);
