namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Modes and statuses of contacts. A text stands in one list of modes.</summary>
public sealed record ContactSettings(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Modes,
    IReadOnlyList<string> AttendedStatuses,
    IReadOnlyList<string> NotAttendedStatuses);
