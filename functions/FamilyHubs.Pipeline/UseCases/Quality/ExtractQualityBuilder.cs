using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases.Quality;

/// <summary>Puts the report of a batch together from what was read, what was done and what came before.</summary>
internal static class ExtractQualityBuilder
{
    /// <param name="entry">Ledger entry as it is about to be written.</param>
    /// <param name="tables">What was read.</param>
    /// <param name="skipped">Files that are not in scope.</param>
    /// <param name="findings">Findings about batch, files and headers; those about single rows are passed over.</param>
    /// <param name="before">What was committed before.</param>
    /// <param name="settings">Limits.</param>
    public static ExtractQuality Of(
        ExtractEntry entry,
        IReadOnlyList<TableReading> tables,
        IReadOnlyList<SkippedFile> skipped,
        IEnumerable<ValidationFinding> findings,
        CommittedExtracts before,
        DataQualitySettings settings)
    {
        var done = entry.State == ExtractState.Done ? entry.Tables.ToDictionary(t => t.Table, StringComparer.Ordinal) : [];
        var usual = tables.ToDictionary(t => t.Table, t => before.RowsOfLast(t.Table, t.IsDelta, settings.RowCountExtracts), StringComparer.Ordinal);
        IReadOnlyList<TableQuality> counts =
            [.. tables.OrderBy(t => t.Table, StringComparer.Ordinal).Select(t => Of(t, done.GetValueOrDefault(t.Table), usual[t.Table]))];
        IEnumerable<Finding> rules = entry.State == ExtractState.Done && entry.IsBatch
            ? entry.Quality
            : tables.SelectMany(t => IngestFindings.Of(t.Table, t.Rows, t.Refused.ByReason.GetValueOrDefault(ReasonCodes.BadDate), t.Quality));
        return new ExtractQuality(
            entry.Area,
            entry.Extract,
            entry.State,
            entry.DateTo,
            entry.Reason,
            entry.Message,
            counts,
            [.. rules.Concat(counts.Select(c => RowCount(c, usual[c.Table], settings)).OfType<Finding>()).Select(Rule).OrderBy(r => r.Table, StringComparer.Ordinal).ThenBy(r => r.Rule, StringComparer.Ordinal)],
            [.. skipped.OrderBy(s => s.Table, StringComparer.Ordinal).Select(s => new SkippedQuality(s.Table, s.Bytes))],
            [.. findings.Where(f => f.Severity != Severity.Row).Select(f => new FindingQuality(f.Severity.ToString().ToLowerInvariant(), f.Code, f.Table, f.Column, f.Message, f.Remedy))]);
    }

    private static TableQuality Of(TableReading reading, TableIngest? done, IReadOnlyList<long> before) => new(
        reading.Table,
        reading.IsDelta,
        reading.Rows,
        reading.Kept,
        reading.Refused.Count,
        new SortedDictionary<string, long>(reading.Refused.ByReason.ToDictionary(), StringComparer.Ordinal),
        done?.Duplicates ?? 0,
        done?.Inserted ?? 0,
        done?.Updated ?? 0,
        done?.Unchanged ?? 0,
        done?.Removed ?? 0,
        done?.Forgotten ?? 0,
        done?.Total,
        before.Count == 0 ? null : before.Average());

    private static Finding? RowCount(TableQuality table, IReadOnlyList<long> before, DataQualitySettings settings) => before.Count == 0
        ? null
        : new Finding(QualityRules.RowCount, table.Table, RowCountRule.IsDrop(table.IsDelta, table.Rows, before.Sum(), before.Count, settings) ? 1 : 0, 1);

    private static RuleQuality Rule(Finding finding) =>
        new(finding.Rule, finding.Table, finding.Failed, finding.Checked, finding.Checked == 0 ? null : 100.0 * finding.Failed / finding.Checked);
}
