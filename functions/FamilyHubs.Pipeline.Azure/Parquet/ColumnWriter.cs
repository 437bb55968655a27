using System.Buffers;
using FamilyHubs.Pipeline.Columns;
using Parquet;
using Parquet.Schema;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>Writes one column of a row group.</summary>
internal static class ColumnWriter
{
    private const int Sample = 1024;

    /// <summary>How a column is best encoded; null leaves it to the package.</summary>
    public static EncodingHint? Encoding(Column column) => column switch
    {
        ValueColumn<long> => EncodingHint.DeltaBinaryPacked,
        TextColumn texts when Repeats(texts.Values) => EncodingHint.Dictionary,
        _ => null,
    };

    public static Task WriteAsync(ParquetRowGroupWriter group, DataField field, Column column, CancellationToken cancel) => column switch
    {
        ValueColumn<long> values => WriteAsync(group, field, values, cancel),
        ValueColumn<double> values => WriteAsync(group, field, values, cancel),
        ValueColumn<bool> values => WriteAsync(group, field, values, cancel),
        ValueColumn<DateOnly> values => WriteAsync(group, field, values, cancel),
        ValueColumn<DateTime> values => WriteTimesAsync(group, field, values, cancel),
        _ => WriteTextsAsync(group, field, (TextColumn)column, cancel),
    };

    private static async Task WriteAsync<T>(ParquetRowGroupWriter group, DataField field, ValueColumn<T> column, CancellationToken cancel)
        where T : struct
    {
        var values = ArrayPool<T>.Shared.Rent(column.Count);
        var levels = ArrayPool<int>.Shared.Rent(column.Count);
        try
        {
            var count = Pack(column, values, levels);
            await group
                .WriteAllPartsAsync<T>(field, values.AsMemory(0, count), levels.AsMemory(0, column.Count), null, cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(values);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private static async Task WriteTimesAsync(
        ParquetRowGroupWriter group, DataField field, ValueColumn<DateTime> column, CancellationToken cancel)
    {
        var values = ArrayPool<DateTime>.Shared.Rent(column.Count);
        var levels = ArrayPool<int>.Shared.Rent(column.Count);
        try
        {
            var count = Pack(column, values, levels);
            for (var i = 0; i < count; i++)
            {
                values[i] = DateTime.SpecifyKind(values[i], DateTimeKind.Utc);
            }

            await group
                .WriteAllPartsAsync<DateTime>(field, values.AsMemory(0, count), levels.AsMemory(0, column.Count), null, cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<DateTime>.Shared.Return(values);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private static async Task WriteTextsAsync(ParquetRowGroupWriter group, DataField field, TextColumn column, CancellationToken cancel)
    {
        var values = ArrayPool<ReadOnlyMemory<char>>.Shared.Rent(column.Count);
        var levels = ArrayPool<int>.Shared.Rent(column.Count);
        try
        {
            var count = 0;
            for (var i = 0; i < column.Count; i++)
            {
                var text = column.Values[i];
                levels[i] = text is null ? 0 : 1;
                if (text is not null)
                {
                    values[count++] = text.AsMemory();
                }
            }

            await group
                .WriteAllPartsAsync<ReadOnlyMemory<char>>(field, values.AsMemory(0, count), levels.AsMemory(0, column.Count), null, cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<ReadOnlyMemory<char>>.Shared.Return(values, clearArray: true);
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    /// <summary>Puts the filled cells together and marks them; gives their number.</summary>
    private static int Pack<T>(ValueColumn<T> column, T[] values, int[] levels)
        where T : struct
    {
        if (column.NullCount == 0)
        {
            column.Values.CopyTo(values);
            levels.AsSpan(0, column.Count).Fill(1);
            return column.Count;
        }

        var cells = column.Values;
        var present = column.Present;
        var count = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            values[count] = cells[i];
            var level = present[i] ? 1 : 0;
            levels[i] = level;
            count += level;
        }

        return count;
    }

    /// <summary>True when texts near the start come again: then a dictionary pays.</summary>
    private static bool Repeats(ReadOnlySpan<string?> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var filled = 0;
        for (var i = 0; i < texts.Length && filled < Sample; i++)
        {
            if (texts[i] is { } text)
            {
                filled++;
                seen.Add(text);
            }
        }

        return seen.Count * 2 <= filled;
    }
}
