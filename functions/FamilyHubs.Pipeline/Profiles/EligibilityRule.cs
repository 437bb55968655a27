namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Who an outcome measure is meant for, checked at the start of an episode. Ages are completed and inclusive.</summary>
public sealed record EligibilityRule(
    int? MinAgeYears = null,
    int? MaxAgeYears = null,
    int? MinAgeMonths = null,
    int? MaxAgeMonths = null,
    string? Gender = null,
    bool SchoolAge = false,
    bool SecondarySchoolAge = false,
    IReadOnlyList<int>? Quintiles = null,
    string? Group = null,
    bool Ehcp = false,
    bool ChildOnProtectionPlan = false);
