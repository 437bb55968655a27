namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>What changed of a measure from one version to the next.</summary>
/// <param name="What">added, removed, or the part that changed: title, numerator, denominator, window, source, target.</param>
/// <param name="Before">Former words; null when added.</param>
/// <param name="After">Present words; null when removed.</param>
public sealed record DefinitionChange(string Kind, string Id, string What, string? Before, string? After)
{
    /// <summary>The changes from one list to another, in the order of the later one, the removed last.</summary>
    public static IReadOnlyList<DefinitionChange> Between(IReadOnlyList<MeasureDefinition> before, IReadOnlyList<MeasureDefinition> after)
    {
        var former = before.ToDictionary(one => (one.Kind, one.Id));
        var kept = after.Select(one => (one.Kind, one.Id)).ToHashSet();
        return
        [
            .. after.SelectMany(one => former.TryGetValue((one.Kind, one.Id), out var old) ? Parts(old, one) : [new DefinitionChange(one.Kind, one.Id, "added", null, one.Title)]),
            .. before.Where(one => !kept.Contains((one.Kind, one.Id))).Select(one => new DefinitionChange(one.Kind, one.Id, "removed", one.Title, null)),
        ];
    }

    private static IEnumerable<DefinitionChange> Parts(MeasureDefinition before, MeasureDefinition after) =>
        new (string What, string Before, string After)[]
        {
            ("title", before.Title, after.Title), ("numerator", before.Numerator, after.Numerator), ("denominator", before.Denominator, after.Denominator),
            ("window", before.Window, after.Window), ("source", before.Source, after.Source), ("target", before.Target, after.Target),
        }
        .Where(part => part.Before != part.After)
        .Select(part => new DefinitionChange(after.Kind, after.Id, part.What, part.Before, part.After));
}
