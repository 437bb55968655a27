using System.IO.Compression;
using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Ports;
using Parquet;
using Parquet.Schema;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>
/// Parquet files by Parquet.Net: zstd, statistics, texts as UTF-8 with a dictionary where they repeat, integers delta-packed,
/// DateTime as milliseconds. A wall-clock time is stored as if it were UTC, as Delta's <c>timestamp</c> asks.
/// </summary>
public sealed class ParquetColumnFiles : IColumnFiles
{
    /// <inheritdoc/>
    /// <remarks>A seekable output is opened again when it is written: rows and columns must be those that went in.</remarks>
    public async Task WriteAsync(Stream output, TableSchema schema, IAsyncEnumerable<ColumnSet> rowGroups, CancellationToken cancel)
    {
        var start = output.CanSeek ? output.Position : 0;
        var fields = ParquetSchemas.ToFields(schema);
        var parquet = new ParquetSchema(fields);
        var rows = new List<int>();
        ParquetWriter? writer = null;
        try
        {
            await foreach (var set in rowGroups.WithCancellation(cancel).ConfigureAwait(false))
            {
                writer ??= await OpenAsync(set).ConfigureAwait(false);
                await WriteAsync(writer, parquet, set, cancel).ConfigureAwait(false);
                rows.Add(set.RowCount);
            }

            writer ??= await OpenAsync(new ColumnSet(schema)).ConfigureAwait(false);
        }
        finally
        {
            if (writer is not null)
            {
                await writer.DisposeAsync().ConfigureAwait(false);
            }
        }

        if (output.CanSeek && output.CanRead)
        {
            await VerifyAsync(output, start, schema, rows, cancel).ConfigureAwait(false);
        }

        Task<ParquetWriter> OpenAsync(ColumnSet sample) =>
            ParquetWriter.CreateAsync(parquet, output, Options(sample), cancellationToken: cancel);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ColumnSet> ReadAsync(Stream input, TableSchema schema, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = await OpenAsync(input, schema, cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var columns = Array.ConvertAll(ParquetSchemas.Match(reader.Schema, schema), field => new ColumnReader(field));
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                yield return await Guard(schema, () => ReadGroupAsync(reader, i, columns, schema, cancel)).ConfigureAwait(false);
            }
        }
    }

    private static async Task WriteAsync(ParquetWriter writer, ParquetSchema parquet, ColumnSet set, CancellationToken cancel)
    {
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < set.Columns.Count; i++)
        {
            await ColumnWriter.WriteAsync(group, parquet.DataFields[i], set.Columns[i], cancel).ConfigureAwait(false);
        }

        group.CompleteValidate();
    }

    private static async Task<ColumnSet> ReadGroupAsync(
        ParquetReader reader, int index, ColumnReader[] columns, TableSchema schema, CancellationToken cancel)
    {
        using var group = reader.OpenRowGroupReader(index);
        var rows = checked((int)group.RowCount);
        var set = new ColumnSet(schema, rows);
        for (var i = 0; i < columns.Length; i++)
        {
            await columns[i].ReadAsync(group, set.Columns[i], rows, cancel).ConfigureAwait(false);
        }

        return set;
    }

    private static async Task VerifyAsync(Stream output, long start, TableSchema schema, List<int> rows, CancellationToken cancel)
    {
        var end = output.Position;
        output.Position = start;
        var reader = await OpenAsync(output, schema, cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var whole = ParquetSchemas.Match(reader.Schema, schema).All(field => field is not null) && reader.RowGroupCount == rows.Count;
            for (var i = 0; whole && i < rows.Count; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                whole = group.RowCount == rows[i];
            }

            if (!whole)
            {
                throw new InvalidDataException(
                    $"The file written for table {schema.Name} does not hold the rows and columns that went in. Nothing was published.");
            }
        }

        output.Position = end;
    }

    private static Task<ParquetReader> OpenAsync(Stream input, TableSchema schema, CancellationToken cancel) =>
        Guard(schema, () => ParquetReader.CreateAsync(input, new ParquetOptions { UseDateOnlyTypeForDates = true }, true, cancel));

    /// <summary>Options for a file whose first row group is known.</summary>
    private static ParquetOptions Options(ColumnSet sample)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
        foreach (var column in sample.Columns)
        {
            if (ColumnWriter.Encoding(column) is { } hint)
            {
                options.ColumnEncodingHints[column.Name] = hint;
            }
        }

        return options;
    }

    /// <summary>Whatever the decoder makes of damaged bytes, the caller hears that the file is damaged.</summary>
    private static async Task<T> Guard<T>(TableSchema schema, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not
            (OperationCanceledException or InvalidDataException or BlobConflictException or BlobNotFoundException))
        {
            throw new InvalidDataException(
                $"A Parquet file of table {schema.Name} is damaged. Restore it from a copy or a deleted version of the blob.", error);
        }
    }
}
