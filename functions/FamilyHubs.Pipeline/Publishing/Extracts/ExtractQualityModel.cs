using System.Globalization;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Extracts;

/// <summary>The texts and tables of the page of a batch.</summary>
internal static class ExtractQualityModel
{
    public static ReportDocument Of(ExtractQuality quality, string service)
    {
        List<Section?> sections = [Tables(quality), Refused(quality), Rules(quality), Findings(quality), Skipped(quality)];
        return new ReportDocument(
            $"Extract {quality.Extract}", service, quality.DateTo is { } to ? $"Complete up to {to.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture)}" : "Return or reference file", "",
            Summary(quality), null, [.. sections.OfType<Section>()], ["Counts only. The rows that were refused are in quarantine."]);
    }

    private static List<string> Summary(ExtractQuality quality)
    {
        var (rows, refused) = (quality.Tables.Sum(t => t.Rows), quality.Tables.Sum(t => t.Refused));
        var failed = quality.Rules.Where(r => r.Failed > 0).ToArray();
        return
        [
            quality.State == ExtractState.Done ? "Taken: its rows are in the lake." : $"Not taken ({quality.State.ToString().ToLowerInvariant()}). {quality.Message}",
            $"{Count(rows)} rows in {Count(quality.Tables.Count)} tables came in, {Count(refused)} were refused.",
            failed.Length == 0 ? "Every rule of data quality holds." : $"{Count(failed.Length)} of {Count(quality.Rules.Count)} checks found something, most of it in {failed.MaxBy(r => r.Failed)!.Table} ({failed.MaxBy(r => r.Failed)!.Rule}).",
        ];
    }

    private static Section Tables(ExtractQuality quality) => new("tables", "Tables",
    [
        new DataTable(
            "Rows by table",
            [
                new DataColumn("Table", Numeric: false), new DataColumn("Kind", Numeric: false), new DataColumn("Rows"), new DataColumn("Usual rows"), new DataColumn("Kept"),
                new DataColumn("Refused"), new DataColumn("Duplicates"), new DataColumn("New"), new DataColumn("Changed"), new DataColumn("Unchanged"),
                new DataColumn("Removed"), new DataColumn("In the lake"),
            ],
            [
                .. quality.Tables.Select(IReadOnlyList<string> (t) =>
                [
                    t.Table, t.IsDelta ? "delta" : "full", Count(t.Rows), t.UsualRows is { } usual ? Count((long)Math.Round(usual)) : "", Count(t.Kept), Count(t.Refused),
                    Count(t.Duplicates), Count(t.Inserted), Count(t.Updated), Count(t.Unchanged), Count(t.Removed), t.Total is { } total ? Count(total) : "",
                ]),
            ]),
    ]);

    private static Section? Refused(ExtractQuality quality)
    {
        IReadOnlyList<string>[] rows = [.. quality.Tables.SelectMany(t => t.Reasons.Select(IReadOnlyList<string> (r) => [t.Table, r.Key, Count(r.Value)]))];
        return rows.Length == 0 ? null : new Section("refused", "Refused rows",
            [new DataTable("Refused rows by reason", [new DataColumn("Table", Numeric: false), new DataColumn("Reason", Numeric: false), new DataColumn("Rows")], rows)]);
    }

    private static Section Rules(ExtractQuality quality) => new("rules", "Rules of data quality",
    [
        new DataTable(
            "Records checked and failed, by rule",
            [new DataColumn("Rule", Numeric: false), new DataColumn("Table", Numeric: false), new DataColumn("Checked"), new DataColumn("Failed"), new DataColumn("Per cent")],
            [
                .. quality.Rules.OrderByDescending(r => r.Failed > 0).Select(IReadOnlyList<string> (r) =>
                    [r.Rule, r.Table, Count(r.Checked), Count(r.Failed), r.Percentage?.ToString("0.0", CultureInfo.InvariantCulture) ?? ""]),
            ]),
    ]);

    private static Section? Findings(ExtractQuality quality) => quality.Findings.Count == 0 ? null : new Section("findings", "Findings",
    [
        new DataTable(
            "About the batch, its files and their headers",
            [new DataColumn("Code", Numeric: false), new DataColumn("Table", Numeric: false), new DataColumn("Column", Numeric: false), new DataColumn("What", Numeric: false)],
            [.. quality.Findings.Select(IReadOnlyList<string> (f) => [f.Code, f.Table ?? "", f.Column ?? "", $"{f.Message} {f.Remedy}"])]),
    ]);

    private static Section? Skipped(ExtractQuality quality) => quality.Skipped.Count == 0 ? null : new Section("skipped", "Files not in scope",
        [new DataTable("Files that were passed over", [new DataColumn("File", Numeric: false), new DataColumn("Bytes")], [.. quality.Skipped.Select(IReadOnlyList<string> (s) => [PlainText.Clean(s.Table), Count(s.Bytes)])])]);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
