using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Publishing.Csv;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A table of a snapshot as a CSV file that a spreadsheet opens at once.</summary>
internal static class SnapshotCsv
{
    public static byte[] Write(SnapshotTable table)
    {
        using var csv = new SafeCsv([.. table.Columns.Select(column => column.Name)]);
        for (var row = 0; row < table.Rows.RowCount; row++)
        {
            foreach (var column in table.Rows.Columns)
            {
                _ = column switch
                {
                    ValueColumn<long> integers => csv.Number(integers[row]),
                    ValueColumn<double> numbers => csv.Number(numbers[row]),
                    _ => csv.Text(SnapshotChanges.Text(column, row)),
                };
            }

            csv.EndRow();
        }

        return csv.ToBytes();
    }
}
