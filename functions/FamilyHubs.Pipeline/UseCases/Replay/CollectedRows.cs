using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <summary>The accepted rows of a corrected file: few, so they are kept.</summary>
internal sealed class CollectedRows(TableSchema schema) : ITableSink
{
    private const string Organisation = "IDOrganisationVisibleTo";

    public ColumnSet Rows { get; } = new(schema);

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        Rows.AppendFrom(rows, [.. Enumerable.Range(0, rows.RowCount)]);
        return ValueTask.CompletedTask;
    }

    /// <summary>RowIdentifier and organisation of a row; the organisation is empty where the table has none.</summary>
    public (long Id, string Organisation) KeyOf(int row) => (Rows.Integers("RowIdentifier").Values[row], OrganisationOf(row));

    /// <summary>Patient and organisation of a row; null when it has no patient.</summary>
    public (long Id, string Organisation)? PatientOf(int row) =>
        schema.IndexOf("IDPatient") >= 0 && Rows.Integers("IDPatient")[row] is { } patient ? (patient, OrganisationOf(row)) : null;

    /// <summary>A set of some of the rows.</summary>
    public ColumnSet Take(IReadOnlyList<int> rows)
    {
        var taken = new ColumnSet(schema, rows.Count);
        taken.AppendFrom(Rows, [.. rows]);
        return taken;
    }

    private string OrganisationOf(int row) => schema.IndexOf(Organisation) < 0 ? string.Empty : Rows.Texts(Organisation)[row] ?? string.Empty;
}
