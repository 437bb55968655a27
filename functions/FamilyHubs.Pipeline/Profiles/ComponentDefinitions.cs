namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Components of reviews (calculations.md 4).</summary>
public sealed record ComponentDefinitions(
    ComponentDefinition EmotionalWellbeing,
    Asq3Definition Asq3,
    BreastfeedingDefinition Breastfeeding);
