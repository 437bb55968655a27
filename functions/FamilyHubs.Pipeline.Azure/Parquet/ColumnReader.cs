using System.Buffers;
using FamilyHubs.Pipeline.Columns;
using Parquet;
using Parquet.Schema;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>Reads one column of a row group.</summary>
internal static class ColumnReader
{
    public static Task ReadAsync(ParquetRowGroupReader group, DataField? field, Column column, int rows, CancellationToken cancel)
    {
        if (field is null)
        {
            for (var i = 0; i < rows; i++)
            {
                column.AppendNull();
            }

            return Task.CompletedTask;
        }

        return column switch
        {
            ValueColumn<long> values => ReadAsync(group, field, values, rows, cancel),
            ValueColumn<double> values => ReadAsync(group, field, values, rows, cancel),
            ValueColumn<bool> values => ReadAsync(group, field, values, rows, cancel),
            ValueColumn<DateOnly> values => ReadAsync(group, field, values, rows, cancel),
            ValueColumn<DateTime> values => ReadAsync(group, field, values, rows, cancel),
            _ => ReadAsync(group, field, (TextColumn)column, rows, cancel),
        };
    }

    private static async Task ReadAsync<T>(ParquetRowGroupReader group, DataField field, ValueColumn<T> column, int rows, CancellationToken cancel)
        where T : struct
    {
        var cells = ArrayPool<T?>.Shared.Rent(rows);
        try
        {
            await group.ReadAsync<T>(field, cells.AsMemory(0, rows), null, cancel).ConfigureAwait(false);
            for (var i = 0; i < rows; i++)
            {
                column.Append(cells[i]);
            }
        }
        finally
        {
            ArrayPool<T?>.Shared.Return(cells);
        }
    }

    private static async Task ReadAsync(ParquetRowGroupReader group, DataField field, TextColumn column, int rows, CancellationToken cancel)
    {
        var cells = ArrayPool<string?>.Shared.Rent(rows);
        try
        {
            await group.ReadAsync(field, cells.AsMemory(0, rows), null, cancel).ConfigureAwait(false);
            column.AppendRange(cells.AsSpan(0, rows));
        }
        finally
        {
            ArrayPool<string?>.Shared.Return(cells, clearArray: true);
        }
    }
}
