using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Delta;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Tables read at pinned versions, only the columns asked for, some files ahead of the reader.</summary>
internal sealed class ExtractTables(
    IBlobs blobs,
    IColumnFiles columnFiles,
    TimeProvider time,
    LakeOptions options,
    string area,
    string extract,
    IReadOnlyDictionary<string, long> versions) : IExtractTables
{
    public string Extract => extract;

    public async IAsyncEnumerable<ColumnSet> ReadAsync(
        string table, IReadOnlyList<ColumnDefinition> columns, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!versions.TryGetValue(table, out var version) || version < 0)
        {
            yield break;
        }

        var state = await new DeltaLog(blobs, time, area, table).ReadAsync(version, cancel).ConfigureAwait(false)
            ?? throw new InvalidDataException(
                $"Table {table} of area {area} is not in the lake, but extract {extract} pins its version {version}.");
        foreach (var column in columns)
        {
            DeltaSchema.CheckType(state.Schema, column);
        }

        var reader = new RecordReader(new DataFiles(blobs, columnFiles, area, table), state.Schema, columns);
        var files = ReadAhead.InBackgroundAsync(state.Files, options.Parallelism, file => reader.ReadAsync(file, cancel), cancel);
        await foreach (var sets in files.ConfigureAwait(false))
        {
            foreach (var rows in sets)
            {
                yield return rows;
            }
        }
    }
}
