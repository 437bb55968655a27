namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Days or months from birth, both ends inclusive.</summary>
public sealed record ReviewWindow(
    int? FromDays = null,
    int? ToDays = null,
    int? ToMonths = null);
