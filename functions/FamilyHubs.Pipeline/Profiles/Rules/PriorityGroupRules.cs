namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Codes and sources of the priority groups.</summary>
internal static class PriorityGroupRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        var groups = profile.PriorityGroups;
        errors.Unique(groups.Select((group, index) => (CodePath(index), group.Code)), StringComparer.Ordinal, "codes of groups are unique");
        errors.Unique(
            groups.Select((group, index) => (JsonPath.Item("$.priorityGroups", index) + ".name", group.Name)),
            FieldText.Comparer,
            "names of groups are unique");

        for (var index = 0; index < groups.Count; index++)
        {
            var group = groups[index];
            // Combinations are written as their codes joined with |, in ordinal order.
            if (group.Code.Contains('|', StringComparison.Ordinal))
                errors.Add(CodePath(index), "A code of a group has no |, which joins the codes of a combination.", "Choose another code.");
            if (group.Code.Length != groups[0].Code.Length)
                errors.Add(CodePath(index), $"Codes of groups are of one length; the first has {groups[0].Code.Length} characters.", "Give all codes the same length.");
            SourceRules.Check(group.Sources, JsonPath.Item("$.priorityGroups", index) + ".sources", groupCodes: null, errors);
        }
    }

    private static string CodePath(int index) => JsonPath.Item("$.priorityGroups", index) + ".code";
}
