namespace FamilyHubs.Pipeline.Profiles;

/// <summary>An indicator of the national view (calculations.md 5, N 1.3).</summary>
public sealed record NationalIndicator(
    string Id,
    string Title,
    string Kind,
    string? Unit = null,
    Offset? Anchor = null,
    ReviewWindow? Window = null,
    ReviewWindow? NotWithin = null,
    string? Review = null,
    IReadOnlyList<string>? Modes = null,
    string? Of = null,
    string? Component = null,
    IReadOnlyList<string>? Domains = null,
    IReadOnlyList<string>? Statuses = null);
