namespace FamilyHubs.Pipeline.Profiles;

/// <summary>One way a record says that a person is in a group. Which lists are filled depends on the kind: coded, patientGroup, personAtRisk, estart, group.</summary>
public sealed record GroupSource(
    string Kind,
    IReadOnlyList<string>? Start = null,
    IReadOnlyList<string>? End = null,
    IReadOnlyList<string>? Names = null,
    string? Group = null);
