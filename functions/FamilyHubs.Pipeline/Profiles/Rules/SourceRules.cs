namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Which fields a source of a group or tier needs by its kind.</summary>
internal static class SourceRules
{
    /// <param name="groupCodes">Codes that a source of kind group may name; null where that kind is not allowed.</param>
    public static void Check(IReadOnlyList<GroupSource> sources, string path, IReadOnlyList<string>? groupCodes, ProfileErrors errors)
    {
        for (var index = 0; index < sources.Count; index++)
            Check(sources[index], JsonPath.Item(path, index), groupCodes, errors);
    }

    private static void Check(GroupSource source, string path, IReadOnlyList<string>? groupCodes, ProfileErrors errors)
    {
        switch (source.Kind)
        {
            case "coded":
                errors.Needed($"{path}.start", source.Start is { Count: > 0 }, "a coded source has at least one start code");
                errors.Needed($"{path}.end", source.End is not null, "a coded source has end codes, [] when it never ends");
                break;
            case "patientGroup" or "estart":
                errors.Needed($"{path}.names", source.Names is { Count: > 0 }, $"a source of kind {source.Kind} has at least one name");
                break;
            case "group" when groupCodes is null:
                errors.Add($"{path}.kind", "A priority group is not made of another one.", "Use coded, patientGroup, personAtRisk or estart.");
                break;
            case "group":
                errors.Needed($"{path}.group", source.Group is not null, "a source of kind group names it");
                errors.Known($"{path}.group", source.Group, groupCodes, "priority group");
                break;
        }
        Unused(source.Start is not null && source.Kind != "coded", $"{path}.start", source.Kind, errors);
        Unused(source.End is not null && source.Kind != "coded", $"{path}.end", source.Kind, errors);
        Unused(source.Names is not null && source.Kind is not ("patientGroup" or "estart"), $"{path}.names", source.Kind, errors);
        Unused(source.Group is not null && source.Kind != "group", $"{path}.group", source.Kind, errors);
    }

    private static void Unused(bool isUnused, string path, string kind, ProfileErrors errors)
    {
        if (isUnused)
            errors.Add(path, $"A source of kind {kind} has no such field; it would have no effect.", "Remove it, or correct the kind.");
    }
}
