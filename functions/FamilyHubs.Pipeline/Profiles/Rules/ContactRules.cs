namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>How the extract is read: separators, modes, statuses and relationship types.</summary>
internal static class ContactRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        if (string.Equals(profile.Extract.Delimiter, profile.Extract.Qualifier, StringComparison.Ordinal))
            errors.Add("$.extract.qualifier", "The qualifier is the delimiter.", "Give two characters, usually , and \".");

        InOneList(
            profile.Contacts.Modes.Select(mode => (JsonPath.Member("$.contacts.modes", mode.Key), mode.Value)),
            "a text of a mode stands in one list",
            errors);
        InOneList(
            [("$.contacts.attendedStatuses", profile.Contacts.AttendedStatuses), ("$.contacts.notAttendedStatuses", profile.Contacts.NotAttendedStatuses)],
            "a status is attended or not attended",
            errors);

        for (var index = 0; index < profile.MotherTypes.Count; index++)
            if (!profile.ParentTypes.Contains(profile.MotherTypes[index], FieldText.Comparer))
                errors.Add(JsonPath.Item("$.motherTypes", index), "A mother is a parent; parentTypes lacks this type.", "Add it to parentTypes.");
    }

    /// <summary>A text may be written in two ways in one list, but not stand in two lists.</summary>
    private static void InOneList(IEnumerable<(string Path, IReadOnlyList<string> Texts)> lists, string what, ProfileErrors errors)
    {
        var seen = new Dictionary<string, string>(FieldText.Comparer);
        foreach (var (path, texts) in lists)
            for (var index = 0; index < texts.Count; index++)
                if (!seen.TryAdd(texts[index], path) && !string.Equals(seen[texts[index]], path, StringComparison.Ordinal))
                    errors.Add(JsonPath.Item(path, index), $"The text stands in {seen[texts[index]]} too; {what}.", "Remove it from one of the two.");
    }
}
