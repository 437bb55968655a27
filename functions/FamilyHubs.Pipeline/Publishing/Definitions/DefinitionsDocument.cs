using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>The definitions page of an area: what each measure counts, since which version, and every change.</summary>
internal static class DefinitionsDocument
{
    public static ReportDocument Of(Profile profile, IReadOnlyList<DefinitionVersion> history)
    {
        var current = DefinitionList.Of(profile);
        var isPublished = history.Count > 0 && history[^1].Measures.SequenceEqual(current);
        return new ReportDocument(
            "Definitions",
            PlainText.Clean(profile.Name),
            $"Version {PlainText.Clean(profile.DefinitionVersion)}",
            string.Empty,
            [
                $"{current.Count} measures, as the profile in force defines them.",
                isPublished ? $"Figures are published with these definitions since {Day(history[^1])}." : "No figure has been published with these definitions yet.",
                $"{Shown.Count(history.Count)} {(history.Count == 1 ? "version" : "versions")} used so far; each change is listed below.",
            ],
            Link: null,
            [
                new Section("measures", "What the measures count", [.. DefinitionSections.Tables(current)]),
                new Section("since", "In these words since", [Since(current, history)]),
                new Section("changes", "Changes", [.. Changes(current, history, isPublished)]),
            ],
            ["A target or measure is changed in the profile of the area. Figures that were published keep the definition of their time: every row names its version."]);
    }

    private static DataTable Since(IReadOnlyList<MeasureDefinition> current, IReadOnlyList<DefinitionVersion> history) => new(
        "First version with the present words of each measure",
        [new DataColumn("Id", false), new DataColumn("Measure", false), new DataColumn("Version", false), new DataColumn("Since", false)],
        [.. current.Select(measure => First(measure, history) is { } first
            ? (IReadOnlyList<string>)[PlainText.Clean(measure.Id), DefinitionSections.Clean(measure.Title), PlainText.Clean(first.Version), Day(first)]
            : [PlainText.Clean(measure.Id), DefinitionSections.Clean(measure.Title), "not yet used", Shown.None])]);

    /// <summary>The oldest version from which on the measure has had the same words without a break.</summary>
    private static DefinitionVersion? First(MeasureDefinition measure, IReadOnlyList<DefinitionVersion> history) =>
        history.Reverse().TakeWhile(version => version.Measures.Contains(measure)).LastOrDefault();

    private static IEnumerable<Block> Changes(IReadOnlyList<MeasureDefinition> current, IReadOnlyList<DefinitionVersion> history, bool isPublished)
    {
        List<(string Title, IReadOnlyList<DefinitionChange> Changes)> steps =
        [
            .. history.Zip(history.Skip(1), (before, after) => ($"Version {PlainText.Clean(after.Version)}, {Day(after)}", DefinitionChange.Between(before.Measures, after.Measures))),
        ];
        if (!isPublished && history.Count > 0)
        {
            steps.Add(("Not yet used", DefinitionChange.Between(history[^1].Measures, current)));
        }

        if (steps.Count == 0)
        {
            yield return new Paragraph("No definition has changed since figures were first published.");
        }

        foreach (var (title, changes) in Enumerable.Reverse(steps))
        {
            yield return new DataTable(
                title,
                [new DataColumn("Id", false), new DataColumn("What", false), new DataColumn("Before", false), new DataColumn("After", false)],
                [.. changes.Select(change => (IReadOnlyList<string>)[
                    PlainText.Clean(change.Id), $"{change.Kind}: {change.What}", DefinitionSections.Clean(change.Before ?? Shown.None), DefinitionSections.Clean(change.After ?? Shown.None)])]);
        }
    }

    private static string Day(DefinitionVersion version) => Shown.Day(DateOnly.FromDateTime(version.SeenAt.UtcDateTime));
}
