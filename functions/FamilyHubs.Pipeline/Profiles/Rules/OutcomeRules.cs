using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Plan names, references, ages and targets of the outcome measures.</summary>
internal static class OutcomeRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        var measures = profile.OutcomeMeasures;
        errors.Unique(measures.Select((measure, index) => (PathOf(index) + ".id", measure.Id)), StringComparer.Ordinal, "ids of measures are unique");
        errors.Unique(
            measures.SelectMany((measure, index) => measure.PlanNames.Select((name, plan) => (JsonPath.Item(PathOf(index) + ".planNames", plan), name))),
            FieldText.Comparer,
            "a plan name stands in one measure");
        errors.Unique(
            profile.OutcomeWordings.Keys.Select(wording => (JsonPath.Member("$.outcomeWordings", wording), wording)),
            FieldText.Comparer,
            "wordings are compared without regard to case");
        for (var index = 0; index < measures.Count; index++)
        {
            CheckKind(profile, measures[index], PathOf(index), errors);
            CheckReferences(profile, measures[index], PathOf(index), errors);
            CheckAges(measures[index].Eligibility, PathOf(index) + ".eligibility", errors);
            CheckYears(measures[index].Targets.Keys, PathOf(index) + ".targets", errors);
        }
    }

    /// <summary>Keys are financial years, e.g. 2018/19.</summary>
    public static void CheckYears(IEnumerable<string> years, string path, ProfileErrors errors)
    {
        foreach (var year in years)
            if (!FinancialYear.TryParse(year, out _))
                errors.Add(JsonPath.Member(path, year), "The key is no financial year.", "Write two years that follow each other, e.g. 2018/19.");
    }

    private static string PathOf(int index) => JsonPath.Item("$.outcomeMeasures", index);

    private static void CheckKind(Profile profile, OutcomeMeasure measure, string path, ProfileErrors errors)
    {
        var because = $"the kind is {measure.Kind}";
        switch (measure.Kind)
        {
            case "episode":
                if (measure.PlanNames.Count == 0)
                    errors.Add($"{path}.planNames", "A measure of episodes has at least one plan name.", "Add one, or correct the kind.");
                break;
            case "return":
                errors.Needed($"{path}.indicator", measure.Indicator is not null, because);
                errors.Known($"{path}.indicator", measure.Indicator, profile.Indicators.Select(indicator => indicator.Id), "indicator");
                break;
            case "merged":
                errors.Needed($"{path}.mergedInto", measure.MergedInto is not null, because);
                break;
        }
    }

    private static void CheckReferences(Profile profile, OutcomeMeasure measure, string path, ProfileErrors errors)
    {
        errors.Known($"{path}.scope.quadrant", measure.Scope?.Quadrant, profile.Geography.Quadrants.Select(quadrant => quadrant.Code), "quadrant");
        errors.Known($"{path}.eligibility.group", measure.Eligibility.Group, profile.PriorityGroups.Select(group => group.Code), "priority group");
        errors.Known(
            $"{path}.mergedInto", measure.MergedInto, profile.OutcomeMeasures.Where(other => other.Kind != "merged").Select(other => other.Id), "measure");
        for (var index = 0; index < (measure.MergedFrom?.Count ?? 0); index++)
        {
            var id = measure.MergedFrom![index];
            var merged = profile.OutcomeMeasures.FirstOrDefault(other => string.Equals(other.Id, id, StringComparison.Ordinal));
            if (!string.Equals(merged?.MergedInto, measure.Id, StringComparison.Ordinal))
                errors.Add(JsonPath.Item($"{path}.mergedFrom", index), $"No measure \"{id}\" is merged into this one.", "Correct the id, or the other measure's mergedInto.");
        }
    }

    private static void CheckAges(EligibilityRule rule, string path, ProfileErrors errors)
    {
        if (rule.MinAgeYears > rule.MaxAgeYears)
            errors.Add($"{path}.minAgeYears", "The youngest age is above the oldest.", "Correct one of the two.");
        if (rule.MinAgeMonths > rule.MaxAgeMonths)
            errors.Add($"{path}.minAgeMonths", "The youngest age is above the oldest.", "Correct one of the two.");
    }
}
