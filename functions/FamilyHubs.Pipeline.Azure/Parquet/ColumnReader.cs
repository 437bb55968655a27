using System.Buffers;
using FamilyHubs.Pipeline.Columns;
using Parquet;
using Parquet.Schema;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>
/// Reads one column of a file, row group by row group. The filled cells come together, with a level a row that tells where.
/// </summary>
internal sealed class ColumnReader(DataField? field)
{
    private readonly TextCache _texts = new();

    public Task ReadAsync(ParquetRowGroupReader group, Column column, int rows, CancellationToken cancel) => field is null
        ? AppendNulls(column, rows)
        : column switch
        {
            ValueColumn<long> values => ReadAsync(group, values, rows, cancel),
            ValueColumn<double> values => ReadAsync(group, values, rows, cancel),
            ValueColumn<bool> values => ReadAsync(group, values, rows, cancel),
            ValueColumn<DateOnly> values => ReadAsync(group, values, rows, cancel),
            ValueColumn<DateTime> values => ReadAsync(group, values, rows, cancel),
            _ => ReadTextsAsync(group, (TextColumn)column, rows, cancel),
        };

    private static Task AppendNulls(Column column, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            column.AppendNull();
        }

        return Task.CompletedTask;
    }

    private async Task ReadAsync<T>(ParquetRowGroupReader group, ValueColumn<T> column, int rows, CancellationToken cancel)
        where T : struct
    {
        var values = ArrayPool<T>.Shared.Rent(rows);
        var levels = ArrayPool<int>.Shared.Rent(rows);
        try
        {
            levels.AsSpan(0, rows).Fill(1);
            await group.ReadRawAsync<T>(field!, values.AsMemory(0, rows), levels.AsMemory(0, rows), null, cancel).ConfigureAwait(false);
            if (column is ValueColumn<DateTime> && values is DateTime[] times)
            {
                DropKind(times.AsSpan(0, rows));
            }

            Append(column, values, levels.AsSpan(0, rows));
        }
        finally
        {
            ArrayPool<T>.Shared.Return(values);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private async Task ReadTextsAsync(ParquetRowGroupReader group, TextColumn column, int rows, CancellationToken cancel)
    {
        var values = ArrayPool<ReadOnlyMemory<char>>.Shared.Rent(rows);
        var levels = ArrayPool<int>.Shared.Rent(rows);
        try
        {
            levels.AsSpan(0, rows).Fill(1);
            await group
                .ReadRawAsync<ReadOnlyMemory<char>>(field!, values.AsMemory(0, rows), levels.AsMemory(0, rows), null, cancel)
                .ConfigureAwait(false);
            var next = 0;
            for (var i = 0; i < rows; i++)
            {
                column.Append(levels[i] == 1 ? _texts.Get(values[next++].Span) : null);
            }
        }
        finally
        {
            ArrayPool<ReadOnlyMemory<char>>.Shared.Return(values, clearArray: true);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private static void Append<T>(ValueColumn<T> column, ReadOnlySpan<T> values, ReadOnlySpan<int> levels)
        where T : struct
    {
        if (!levels.ContainsAnyExcept(1))
        {
            column.AppendRange(values[..levels.Length], []);
            return;
        }

        var next = 0;
        foreach (var level in levels)
        {
            if (level == 1)
            {
                column.Append(values[next++]);
            }
            else
            {
                column.AppendNull();
            }
        }
    }

    /// <summary>The file says UTC, the cell is a wall-clock time without a zone.</summary>
    private static void DropKind(Span<DateTime> times)
    {
        foreach (ref var time in times)
        {
            time = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        }
    }
}
