namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Where an indicator comes from; which fields are filled depends on the kind: kpi, return, immunisation, breastfeeding, groupCount, timeliness.</summary>
public sealed record IndicatorSource(
    string Kind,
    string? Kpi = null,
    int? AtMonths = null,
    IReadOnlyList<ImmunisationDoses>? Doses = null,
    IReadOnlyList<string>? Statuses = null,
    string? Group = null,
    int? UnderYears = null,
    TimelinessStart? From = null,
    TimelinessEnd? To = null,
    TimelinessLimit? Within = null,
    bool Sample = false);
