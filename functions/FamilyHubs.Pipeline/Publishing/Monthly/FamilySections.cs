using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The families most in need, by record id, and Family Voice (calculations.md 10). Only for readers whose role allows it: never in a mail.</summary>
internal static class FamilySections
{
    /// <summary>The families of the catchment; null when the report has no list.</summary>
    public static Section? Families(MonthlyView view, MonthlyPlaces places)
    {
        if (view.Report.Families is not { } all)
        {
            return null;
        }

        var groups = view.Profile.PriorityGroups.ToDictionary(group => group.Code, group => PlainText.Clean(group.Name), StringComparer.Ordinal);
        var mine = all.Where(family => places.Districts.Contains(view.Details.FamilyDistricts.GetValueOrDefault(family.FamilyId, ""), StringComparer.Ordinal)).ToList();
        var quadrant = view.Profile.LevelNames.Quadrant;
        List<Block> blocks =
        [
            new Paragraph($"The first {Shown.Word(view.Profile.Families.FirstPerQuadrant)} families of each {PlainText.Clean(quadrant).ToLowerInvariant()}, in the order of need; "
                + "those of your catchment are shown. Record is the SystmOne record id of the family's key person."),
        ];
        blocks.AddRange(places.Catchment.Quadrants
            .Select(place => (place, Families: mine.Where(family => family.Quadrant == place.Code).ToList()))
            .Where(part => part.Families.Count > 0)
            .Select(part => TableOf(view, part.place.Name, part.Families, groups)));
        if (blocks.Count == 1)
        {
            blocks = [new Paragraph($"No family of {places.Catchment.Name} is among the first of its {PlainText.Clean(quadrant).ToLowerInvariant()}.")];
        }

        return new Section("families", "Families most in need", blocks);
    }

    /// <summary>What families said, as the provider wrote it down; null for none.</summary>
    public static Section? Voice(MonthlyView view) => view is { FamilyVoice: { Length: > 0 } voice, Report.Families: not null }
        ? new Section("family-voice", "Family Voice", [new Paragraph("As the provider wrote it down."), new Verbatim(Lines(voice))])
        : null;

    private static DataTable TableOf(MonthlyView view, string place, List<FamilyInNeed> families, Dictionary<string, string> groups) => new(
        $"Families most in need in {place}",
        [
            new DataColumn("Record", false), new DataColumn("Groups", false), new DataColumn("Children"), new DataColumn("Why", false),
            new DataColumn("Active outcome measures", false), new DataColumn("Support", false), new DataColumn("Last meaningful reach", false),
        ],
        [
            .. families.Select(family => (IReadOnlyList<string>)
            [
                PlainText.Clean(family.FamilyId),
                $"{family.Groups.Count}: {string.Join(", ", family.Groups.Select(code => groups.GetValueOrDefault(code) ?? PlainText.Clean(code)))}",
                Shown.Count(family.Children),
                Listed(family.Reasons),
                Listed(family.Measures.Select(measure => OutcomeSections.NameOf(view.Profile, measure))),
                Listed(family.Support),
                family.LastContact is { } day ? Shown.Day(day) : "none recorded",
            ]),
        ]);

    private static string Listed(IEnumerable<string> texts) => string.Join("; ", texts.Select(text => PlainText.Clean(text, most: 160))) is { Length: > 0 } listed ? listed : Shown.None;

    /// <summary>The text line by line, without characters that would upset a page.</summary>
    private static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => PlainText.Clean(line, most: int.MaxValue)));
}
