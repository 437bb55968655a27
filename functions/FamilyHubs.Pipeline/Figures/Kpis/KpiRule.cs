using FamilyHubs.Pipeline.People.Reviews;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>Whether a unit has met a KPI (calculations.md 5).</summary>
internal sealed class KpiRule(KpiDefinition kpi, ReviewDefinitions definitions, Profile profile)
{
    private readonly int _type = definitions.Type(kpi.Review);
    private readonly int? _component = kpi is { ComponentRequired: true, Component: { } name } ? definitions.Component(name) : null;
    private readonly ulong _modes = definitions.Modes(profile.CountedModes);

    public bool IsFamily => kpi.Unit == BirthUnits.Family;

    /// <summary>Counts the unit taken last: met, nearly missed, or neither.</summary>
    public KpiCount Count(UnitReviews unit, DateOnly birth)
    {
        var window = kpi.Window.Of(birth);
        var reviewed = unit.Earliest(_type, window, _modes) is not null;
        var met = reviewed && (_component is not { } component || unit.HasReviewWith(component, _type, window, _modes));
        return new KpiCount(1, met ? 1 : 0, reviewed && !met ? 1 : 0);
    }
}
