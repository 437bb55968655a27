namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Fields that an indicator of the national view needs by its kind.</summary>
internal static class NationalRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        var national = profile.National;
        errors.Unique(
            national.Select((indicator, index) => (JsonPath.Item("$.national", index) + ".id", indicator.Id)),
            StringComparer.Ordinal,
            "ids of national indicators are unique");
        var shares = national.Where(indicator => indicator.Kind == "share").Select(indicator => indicator.Id).ToArray();

        for (var index = 0; index < national.Count; index++)
        {
            var indicator = national[index];
            var path = JsonPath.Item("$.national", index);
            KpiRules.CheckWindow(indicator.Window, $"{path}.window", errors);
            KpiRules.CheckWindow(indicator.NotWithin, $"{path}.notWithin", errors);
            var because = $"the kind is {indicator.Kind}";
            switch (indicator.Kind)
            {
                case "count":
                    errors.Needed($"{path}.review", indicator.Review is not null, because);
                    errors.Needed($"{path}.unit", indicator.Unit is not null, because);
                    break;
                case "share":
                    errors.Needed($"{path}.unit", indicator.Unit is not null, because);
                    errors.Needed($"{path}.anchor", indicator.Anchor is not null, because);
                    errors.Needed($"{path}.window", indicator.Window is not null, because);
                    errors.Needed($"{path}.review", indicator.Review is not null, because);
                    break;
                default:
                    errors.Needed($"{path}.of", indicator.Of is not null, because);
                    errors.Known($"{path}.of", indicator.Of, shares, "national indicator of kind share");
                    errors.Needed($"{path}.component", indicator.Component is not null || indicator.Kind != "component", because);
                    errors.Needed($"{path}.domains", indicator.Domains is not null || indicator.Kind != "threshold", because);
                    errors.Needed($"{path}.statuses", indicator.Statuses is not null || indicator.Kind != "status", because);
                    break;
            }
        }
    }
}
