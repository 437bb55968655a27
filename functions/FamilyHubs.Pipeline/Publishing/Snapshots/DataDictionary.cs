using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Definitions;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>The page beside the files: what each table and column holds, how measures are counted, what is hidden, how to open the files.</summary>
internal static class DataDictionary
{
    public static ReportDocument Of(SnapshotDraft draft, IReadOnlyList<SnapshotTable> tables)
    {
        var month = Month.Parse(draft.Origin.Month);
        return new ReportDocument(
            "Data dictionary",
            PlainText.Clean(draft.AreaName ?? draft.Origin.Area),
            $"Snapshot {month}, revision {draft.Revision}",
            string.Empty,
            [
                $"{Shown.Count(tables.Sum(table => table.Rows.RowCount))} rows in {tables.Count} tables, each as Parquet and as CSV: one row a figure at a place.",
                $"The figures are of {Shown.Day(month.First)} to {Shown.Day(month.Last)}, from SystmOne extract {PlainText.Clean(draft.Origin.Extract)}.",
                Hidden(draft),
            ],
            Link: null,
            [Opening(draft), .. tables.Select(Table), DefinitionSections.Of("definitions", "What the measures count", draft.Definitions)],
            [$"Definitions {PlainText.Clean(draft.Origin.DefinitionVersion)}, run {PlainText.Clean(draft.Origin.Run)}.", "A revision is never changed. Late data makes a new one, whose manifest.json lists every figure that differs."]);
    }

    private static string Hidden(SnapshotDraft draft) => draft.Disclosure.Threshold <= 1
        ? "No figure is hidden."
        : $"Counts from 1 to {draft.Disclosure.Threshold - 1} are left empty, so that no family can be recognised, and so are others from which one of these could be worked out; suppressed is then true. A zero is a zero."
        + (draft.Disclosure.RoundTo > 1 ? $" Other counts are rounded to the nearest {draft.Disclosure.RoundTo}, and percentages are computed from the rounded counts." : string.Empty);

    private static Section Opening(SnapshotDraft draft) => new("opening", "How to open the files",
    [
        new Bullets(
        [
            "Excel: open a .csv file. It is UTF-8; an empty cell is a figure that is hidden or does not exist.",
            "Power BI: Get data, Parquet, and give the file or its address.",
            "Python: pandas.read_parquet(\"kpis.parquet\"). R: arrow::read_parquet(\"kpis.parquet\"). DuckDB: SELECT * FROM 'kpis.parquet'.",
            "Put months together by reading the files of several snapshots: area and month stand in every row. Take the highest revision of each month.",
            "Columns are only ever added, at the end. manifest.json has the SHA-256 of every file and the sums of its columns.",
        ]),
        new Paragraph($"Percentages run from 0 to 100 and are not rounded. Disclosure rule: {PlainText.Clean(draft.Rule)}."),
    ]);

    private static Section Table(SnapshotTable table) => new(table.Name, table.Name,
    [
        new Paragraph($"{table.Description} {Shown.Count(table.Rows.RowCount)} rows."),
        new DataTable(
            $"Columns of {table.Name}",
            [new DataColumn("Column", false), new DataColumn("Type", false), new DataColumn("Key", false), new DataColumn("Meaning", false)],
            [.. table.Columns.Select(column => (IReadOnlyList<string>)[column.Name, TypeName(column.Type), column.Kind == SnapshotColumnKind.Key ? "yes" : "no", column.Description])]),
    ]);

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Integer => "whole number",
        ColumnType.Number => "number",
        ColumnType.Boolean => "true or false",
        ColumnType.Date => "day",
        ColumnType.DateTime => "time",
        _ => "text",
    };
}
