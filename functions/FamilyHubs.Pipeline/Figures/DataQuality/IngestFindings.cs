using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>Findings about what came in (calculations.md 13): of a file as it was read, and of its size against those before.</summary>
public static class IngestFindings
{
    /// <summary>What the reader counted in one file: its contract's rules, and rows refused for a date that could not be read.</summary>
    /// <param name="badDates">Rows refused with <see cref="ReasonCodes.BadDate"/>.</param>
    public static IReadOnlyList<Finding> Of(string table, long rows, long badDates, IReadOnlyList<QualityCount> quality) =>
    [
        new(QualityRules.UnreadableDate, table, badDates, rows),
        .. quality.Select(count => new Finding(count.Rule, table, count.Failed, count.Checked)),
    ];

    /// <summary>
    /// Files of the last batch with fewer rows than the average of the same table's files of the same kind (full or delta) in the batches
    /// before it by more than the profile's percentage, a delta also by more than chance. A table's first file is not checked.
    /// </summary>
    /// <param name="batches">Committed batches in order; the last is the report's extract.</param>
    public static IReadOnlyList<Finding> RowCounts(IReadOnlyList<ExtractEntry> batches, DataQualitySettings settings)
    {
        List<Finding> findings = [];
        if (batches.Count == 0)
        {
            return findings;
        }

        foreach (var file in batches[^1].Tables.OrderBy(file => file.Table, StringComparer.Ordinal))
        {
            long[] before =
            [
                .. batches.Take(batches.Count - 1).Reverse()
                    .Select(batch => batch.Tables.FirstOrDefault(other => other.Table == file.Table && other.IsDelta == file.IsDelta))
                    .OfType<TableIngest>()
                    .Take(settings.RowCountExtracts)
                    .Select(other => other.Rows),
            ];
            if (before.Length > 0)
            {
                var dropped = RowCountRule.IsDrop(file.IsDelta, file.Rows, before.Sum(), before.Length, settings);
                findings.Add(new Finding(QualityRules.RowCount, file.Table, dropped ? 1 : 0, 1));
            }
        }

        return findings;
    }
}
