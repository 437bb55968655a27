using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>The definitions as parts of a page.</summary>
internal static class DefinitionSections
{
    private static readonly (string Kind, string Title)[] Kinds =
    [
        (DefinitionKinds.Kpi, "Key performance indicators"),
        (DefinitionKinds.National, "National view"),
        (DefinitionKinds.Outcome, "Outcome measures"),
        (DefinitionKinds.Indicator, "Indicators"),
        (DefinitionKinds.Caseload, "Caseload and counts of the month"),
        (DefinitionKinds.PriorityGroup, "Priority groups"),
    ];

    /// <summary>One section with a table for each kind of measure.</summary>
    public static Section Of(string id, string heading, IReadOnlyList<MeasureDefinition> measures) => new(id, heading, [.. Tables(measures)]);

    public static IEnumerable<Block> Tables(IReadOnlyList<MeasureDefinition> measures) => Kinds
        .Select(kind => (kind.Title, Rows: measures.Where(measure => measure.Kind == kind.Kind).ToList()))
        .Where(kind => kind.Rows.Count > 0)
        .Select(kind => new DataTable(
            kind.Title,
            [Text("Id"), Text("Measure"), Text("Numerator"), Text("Denominator"), Text("Window"), Text("Source"), Text("Target")],
            [.. kind.Rows.Select(row => (IReadOnlyList<string>)[.. new[] { row.Id, row.Title, row.Numerator, row.Denominator, row.Window, row.Source, row.Target }.Select(Clean)])]));

    public static string Clean(string text) => PlainText.Clean(text, most: 400);

    private static DataColumn Text(string heading) => new(heading, Numeric: false);
}
