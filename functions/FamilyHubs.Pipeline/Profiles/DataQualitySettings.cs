namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Limits of the data-quality rules (calculations.md 13).</summary>
public sealed record DataQualitySettings(
    int PregnancyToBirthDays,
    int RowCountExtracts,
    double RowCountDropPercent);
