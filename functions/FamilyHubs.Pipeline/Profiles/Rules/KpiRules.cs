namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Windows, anchors and components of the KPIs.</summary>
internal static class KpiRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        errors.Unique(
            profile.Kpis.Select((kpi, index) => (JsonPath.Item("$.kpis", index) + ".id", kpi.Id)), StringComparer.Ordinal, "ids of KPIs are unique");
        for (var index = 0; index < profile.Kpis.Count; index++)
        {
            var kpi = profile.Kpis[index];
            var path = JsonPath.Item("$.kpis", index);
            CheckWindow(kpi.Window, $"{path}.window", errors);
            if (kpi.ComponentRequired)
                errors.Needed($"{path}.component", kpi.Component is not null, "componentRequired is true");
        }
    }

    /// <summary>A window ends on a day or on a month, not before it begins.</summary>
    public static void CheckWindow(ReviewWindow? window, string path, ProfileErrors errors)
    {
        if (window is null)
            return;
        if (window.ToDays is null == window.ToMonths is null)
            errors.Add(path, "A window has toDays or toMonths, one of the two.", "Give one of them.");
        if (window.ToDays is { } to && window.FromDays is { } from && from > to)
            errors.Add($"{path}.fromDays", "The window begins after its end.", "Correct fromDays or toDays.");
    }
}
