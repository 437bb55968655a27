namespace FamilyHubs.Pipeline.Profiles;

/// <summary>An outcome measure (calculations.md 7).</summary>
public sealed record OutcomeMeasure(
    string Id,
    int Number,
    string Title,
    string Group,
    string Kind,
    IReadOnlyList<string> PlanNames,
    EligibilityRule Eligibility,
    IReadOnlyDictionary<string, double> Targets,
    bool Sample = false,
    bool Monitoring = false,
    MeasureScope? Scope = null,
    string? Indicator = null,
    string? MergedInto = null,
    IReadOnlyList<string>? MergedFrom = null);
