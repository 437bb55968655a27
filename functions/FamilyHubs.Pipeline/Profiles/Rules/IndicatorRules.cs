using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Units and sources of the indicators.</summary>
internal static class IndicatorRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        // A return names an indicator or a count of the month by id alone.
        errors.Unique(
            profile.Indicators.Select((indicator, index) => (JsonPath.Item("$.indicators", index) + ".id", indicator.Id))
                .Concat(profile.MonthlyCounts.Select((count, index) => (JsonPath.Item("$.monthlyCounts", index) + ".id", count.Id))),
            StringComparer.Ordinal,
            "ids of indicators and counts are unique");
        CheckProgress(profile, errors);
        for (var index = 0; index < profile.Indicators.Count; index++)
        {
            var indicator = profile.Indicators[index];
            var path = JsonPath.Item("$.indicators", index);
            errors.Needed($"{path}.per", indicator.Per is not null || indicator.Unit != "rate", "a rate is per so many");
            if (indicator.Per is not null && indicator.Unit != "rate")
                errors.Add($"{path}.per", "Only a rate is per so many.", "Remove it, or make the unit rate.");
            OutcomeRules.CheckYears(indicator.Baselines?.Keys ?? [], $"{path}.baselines", errors);
            CheckSource(profile, indicator.Source, $"{path}.source", errors);
        }
    }

    private static void CheckProgress(Profile profile, ProfileErrors errors)
    {
        if (profile.Progress is not { } progress)
            return;
        if (!FinancialYear.TryParse(progress.From, out _))
            errors.Add("$.progress.from", "It is no financial year.", "Write two years that follow each other, e.g. 2013/14.");
        for (var index = 0; index < progress.Indicators.Count; index++)
            errors.Known(
                JsonPath.Item("$.progress.indicators", index), progress.Indicators[index], profile.Indicators.Select(indicator => indicator.Id), "indicator");
    }

    private static void CheckSource(Profile profile, IndicatorSource source, string path, ProfileErrors errors)
    {
        var groups = profile.PriorityGroups.Select(group => group.Code);
        var because = $"the kind is {source.Kind}";
        switch (source.Kind)
        {
            case "kpi":
                errors.Needed($"{path}.kpi", source.Kpi is not null, because);
                errors.Known($"{path}.kpi", source.Kpi, profile.Kpis.Select(kpi => kpi.Id), "KPI");
                break;
            case "immunisation":
                errors.Needed($"{path}.atMonths", source.AtMonths is not null, because);
                errors.Needed($"{path}.doses", source.Doses is not null, because);
                break;
            case "breastfeeding":
                errors.Needed($"{path}.statuses", source.Statuses is not null, because);
                break;
            case "groupCount":
                errors.Needed($"{path}.group", source.Group is not null, because);
                errors.Known($"{path}.group", source.Group, groups, "priority group");
                break;
            case "timeliness":
                errors.Needed($"{path}.from", source.From is not null, because);
                errors.Needed($"{path}.to", source.To is not null, because);
                errors.Needed($"{path}.within", source.Within is not null, because);
                errors.Known($"{path}.from.group", source.From?.Group, groups, "priority group");
                break;
        }
    }
}
