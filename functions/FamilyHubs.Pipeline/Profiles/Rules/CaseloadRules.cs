namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Tiers of the caseload and counts of the month.</summary>
internal static class CaseloadRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        errors.Unique(
            profile.Tiers.Select((tier, index) => (JsonPath.Item("$.tiers", index) + ".code", tier.Code)), StringComparer.Ordinal, "codes of tiers are unique");
        if (profile.Tiers.Count(tier => tier.Default) != 1)
            errors.Add("$.tiers", "Exactly one tier is the default, for children with no level recorded.", "Mark one level with \"default\": true.");

        string[] groups = [.. profile.PriorityGroups.Select(group => group.Code)];
        string[] levels = [.. profile.Tiers.Where(tier => tier.Kind == "level").Select(tier => tier.Code)];
        for (var index = 0; index < profile.Tiers.Count; index++)
            CheckTier(profile.Tiers[index], JsonPath.Item("$.tiers", index), groups, levels, errors);
        for (var index = 0; index < profile.MonthlyCounts.Count; index++)
            CheckCount(profile, profile.MonthlyCounts[index].Source, JsonPath.Item("$.monthlyCounts", index) + ".source", errors);
    }

    private static void CheckTier(TierDefinition tier, string path, string[] groups, string[] levels, ProfileErrors errors)
    {
        if (tier.Default && tier.Kind != "level")
            errors.Add($"{path}.default", "The default is a level, not a plan.", "Mark a tier of kind level.");
        if (tier.WhenPlanApplies is not null && tier.Kind != "level")
            errors.Add($"{path}.whenPlanApplies", "Only a level gives way to a plan.", "Remove it, or make the kind level.");
        errors.Needed($"{path}.sources", tier.Default || tier.Sources is not null, "only the default level has no sources");
        errors.Known($"{path}.whenPlanApplies", tier.WhenPlanApplies, levels, "tier of kind level");
        SourceRules.Check(tier.Sources ?? [], $"{path}.sources", groups, errors);
    }

    private static void CheckCount(Profile profile, MonthlyCountSource source, string path, ProfileErrors errors)
    {
        var because = $"the kind is {source.Kind}";
        errors.Needed($"{path}.names", source.Names is not null || source.Kind != "questionnaire", because);
        errors.Needed($"{path}.role", source.Role is not null || source.Kind != "caf", because);
        errors.Needed($"{path}.tier", source.Tier is not null || source.Kind != "tierFamilies", because);
        errors.Known($"{path}.tier", source.Tier, profile.Tiers.Select(tier => tier.Code), "tier");
        errors.Known($"{path}.indicator", source.Indicator, profile.Indicators.Select(indicator => indicator.Id), "indicator");
    }
}
