namespace FamilyHubs.Pipeline.Profiles;

/// <summary>One alert in so many hours.</summary>
public sealed record FreshnessSettings(
    double AlertSuppressHours);
