namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A category of need or vulnerability (E19-30). A person is in it when any source says so.</summary>
public sealed record PriorityGroup(
    string Code,
    string Name,
    IReadOnlyList<GroupSource> Sources,
    int? ExpiresAfterMonths = null,
    bool Sample = false);
