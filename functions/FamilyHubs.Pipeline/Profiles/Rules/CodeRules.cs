namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>A CTV3 code stands in one place of the profile, so that a record means one thing.</summary>
internal static class CodeRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        errors.Unique(
            Lists(profile).SelectMany(list => list.Codes.Select((code, index) => (JsonPath.Item(list.Path, index), code))),
            StringComparer.Ordinal,
            "a code stands in one place of the profile");

        var breastfeeding = profile.Components.Breastfeeding;
        if (!breastfeeding.Statuses.Values.SelectMany(codes => codes).ToHashSet(StringComparer.Ordinal).SetEquals(breastfeeding.Codes))
            errors.Add("$.components.breastfeeding.codes", "The list does not hold exactly the codes of the statuses.", "Repeat all codes of statuses, and no other.");
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Codes)> Lists(Profile profile)
    {
        for (var index = 0; index < profile.PriorityGroups.Count; index++)
            foreach (var list in Lists(profile.PriorityGroups[index].Sources, JsonPath.Item("$.priorityGroups", index)))
                yield return list;
        foreach (var (name, review) in profile.Reviews)
            yield return (JsonPath.Member("$.reviews", name) + ".codes", review.Codes);
        yield return ("$.components.emotionalWellbeing.codes", profile.Components.EmotionalWellbeing.Codes);
        yield return ("$.components.asq3.codes", profile.Components.Asq3.Codes);
        foreach (var (name, domain) in profile.Components.Asq3.Domains)
            yield return (JsonPath.Member("$.components.asq3.domains", name) + ".codes", domain.Codes);
        foreach (var (name, codes) in profile.Components.Breastfeeding.Statuses)
            yield return (JsonPath.Member("$.components.breastfeeding.statuses", name), codes);
        for (var index = 0; index < profile.Indicators.Count; index++)
            if (profile.Indicators[index].Source.To is { } to)
                yield return (JsonPath.Item("$.indicators", index) + ".source.to.codes", to.Codes);
        for (var index = 0; index < profile.Tiers.Count; index++)
            foreach (var list in Lists(profile.Tiers[index].Sources ?? [], JsonPath.Item("$.tiers", index)))
                yield return list;
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Codes)> Lists(IReadOnlyList<GroupSource> sources, string owner)
    {
        for (var index = 0; index < sources.Count; index++)
        {
            var path = JsonPath.Item($"{owner}.sources", index);
            yield return ($"{path}.start", sources[index].Start ?? []);
            yield return ($"{path}.end", sources[index].End ?? []);
        }
    }
}
