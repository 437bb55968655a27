using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>The tables of one area exactly as one committed extract left them: what every figure is computed from.</summary>
public interface IExtractTables
{
    /// <summary>Name of the extract, <c>yyyyMMdd_HHmm</c>.</summary>
    string Extract { get; }

    /// <summary>
    /// The rows of a table with the columns asked for, in batches. A table that never came, and a column that it never had,
    /// are empty: joins are outer, misses are data quality (extracts.md 3). A record that is visible to several organisations is
    /// given once: the row with the latest DateEventRecorded, ties to the greatest IDOrganisationVisibleTo.
    /// </summary>
    IAsyncEnumerable<ColumnSet> ReadAsync(string table, IReadOnlyList<ColumnDefinition> columns, CancellationToken cancel);
}
