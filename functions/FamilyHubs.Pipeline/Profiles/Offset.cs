namespace FamilyHubs.Pipeline.Profiles;

/// <summary>A time after birth: days or months, one of the two.</summary>
public sealed record Offset(
    int? Days = null,
    int? Months = null);
