using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.Tests;

/// <summary>
/// Tables of an extract from readable rows. A row is an anonymous object or a record whose properties are named as columns:
/// <c>builder.Add("SRPatient", new { RowIdentifier = 1, DateBirth = "2017-01-01" })</c>. Days and times may be ISO 8601 texts.
/// </summary>
internal sealed class ExtractTablesBuilder
{
    private readonly Dictionary<string, List<Dictionary<string, object?>>> _tables = new(StringComparer.Ordinal);
    private string _extract = "20190401_0100";
    private int _batchRows = 3;

    public ExtractTablesBuilder Named(string extract)
    {
        _extract = extract;
        return this;
    }

    /// <summary>Rows of a batch; few, so that small tables come in several.</summary>
    public ExtractTablesBuilder InBatchesOf(int rows)
    {
        _batchRows = rows;
        return this;
    }

    public ExtractTablesBuilder Add(string table, params IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            Row(table, [.. row.GetType().GetProperties().Select(property => (property.Name, property.GetValue(row)))]);
        }

        return this;
    }

    /// <summary>One row by column names, for those that are no identifier.</summary>
    public ExtractTablesBuilder Row(string table, params (string Column, object? Value)[] cells)
    {
        if (!_tables.TryGetValue(table, out var rows))
        {
            _tables[table] = rows = [];
        }

        rows.Add(cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal));
        return this;
    }

    public IExtractTables Build() =>
        new InMemoryExtractTables(_extract, _batchRows, _tables.ToDictionary(table => table.Key, table => Visible(table.Value), StringComparer.Ordinal));

    /// <summary>Of the copies that several organisations see, the one recorded last, then that of the greatest organisation (extracts.md 3).</summary>
    private static Dictionary<string, object?>[] Visible(List<Dictionary<string, object?>> rows) =>
    [
        .. rows.Select((row, number) => (row, number))
            .GroupBy(pair => Copies(pair.row) ?? (object)pair.number)
            .Select(copies => copies.Select(pair => pair.row)
                .OrderBy(row => (DateTime?)Convert(ColumnType.DateTime, row.GetValueOrDefault("DateEventRecorded")))
                .ThenBy(row => row.GetValueOrDefault("IDOrganisationVisibleTo") as string, StringComparer.Ordinal)
                .Last()),
    ];

    private static string? Copies(Dictionary<string, object?> row) =>
        row.GetValueOrDefault("IDOrganisationVisibleTo") is null || row.GetValueOrDefault("RowIdentifier") is not { } id
            ? null
            : System.Convert.ToString(id, CultureInfo.InvariantCulture);

    private static object? Convert(ColumnType type, object? value) => (type, value) switch
    {
        (_, null) => null,
        (ColumnType.Text, string text) => text,
        (ColumnType.Integer, _) => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (ColumnType.Number, _) => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (ColumnType.Boolean, bool flag) => flag,
        (ColumnType.DateTime, DateTime time) => time,
        (ColumnType.DateTime, DateOnly day) => day.ToDateTime(TimeOnly.MinValue),
        (ColumnType.DateTime, string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None),
        (ColumnType.Date, DateOnly day) => day,
        (ColumnType.Date, string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell of type {value.GetType().Name} does not fit a column of type {type}.", nameof(value)),
    };

    private static void Append(Column column, object? cell)
    {
        switch (column)
        {
            case var _ when cell is null:
                column.AppendNull();
                break;
            case TextColumn texts:
                texts.Append((string)cell);
                break;
            case ValueColumn<long> integers:
                integers.Append((long)cell);
                break;
            case ValueColumn<double> numbers:
                numbers.Append((double)cell);
                break;
            case ValueColumn<bool> booleans:
                booleans.Append((bool)cell);
                break;
            case ValueColumn<DateOnly> days:
                days.Append((DateOnly)cell);
                break;
            case ValueColumn<DateTime> times:
                times.Append((DateTime)cell);
                break;
            default:
                throw new ArgumentException($"Column {column.Name} has no known type.", nameof(column));
        }
    }

    private sealed class InMemoryExtractTables(string extract, int batchRows, Dictionary<string, Dictionary<string, object?>[]> tables) : IExtractTables
    {
        public string Extract => extract;

        public async IAsyncEnumerable<ColumnSet> ReadAsync(
            string table,
            IReadOnlyList<ColumnDefinition> columns,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            var schema = new TableSchema(table, columns, []);
            foreach (var rows in tables.GetValueOrDefault(table, []).Chunk(batchRows))
            {
                cancel.ThrowIfCancellationRequested();
                await Task.Yield();
                var batch = new ColumnSet(schema, rows.Length);
                foreach (var row in rows)
                {
                    foreach (var column in batch.Columns)
                    {
                        Append(column, Convert(column.Definition.Type, row.GetValueOrDefault(column.Name)));
                    }
                }

                yield return batch;
            }
        }
    }
}
