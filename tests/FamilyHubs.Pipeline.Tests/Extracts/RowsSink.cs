using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.Tests.Extracts;

/// <summary>Remembers every row as texts: <c>Column=value</c> of the cells that are not empty.</summary>
internal sealed class RowsSink : ITableSink
{
    /// <summary>Between the cells of a row: no file has it.</summary>
    public const char Separator = '\u001f';

    public List<string> Rows { get; } = [];

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        for (var row = 0; row < rows.RowCount; row++)
        {
            List<string> cells = [];
            foreach (var column in rows.Columns)
            {
                if (!column.IsNull(row))
                {
                    cells.Add($"{column.Name}={Text(column, row)}");
                }
            }

            Rows.Add(string.Join(Separator, cells));
        }

        return ValueTask.CompletedTask;
    }

    private static string Text(Column column, int row) => column switch
    {
        ValueColumn<long> c => c.Values[row].ToString(CultureInfo.InvariantCulture),
        ValueColumn<double> c => c.Values[row].ToString(CultureInfo.InvariantCulture),
        ValueColumn<bool> c => c.Values[row] ? "true" : "false",
        ValueColumn<DateOnly> c => c.Values[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueColumn<DateTime> c => c.Values[row].ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        TextColumn c => c[row]!,
        _ => throw new ArgumentException("A column of a type that no table has.", nameof(column)),
    };
}
