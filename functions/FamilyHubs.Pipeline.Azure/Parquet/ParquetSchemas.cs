using FamilyHubs.Pipeline.Columns;
using Parquet.Schema;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>
/// Columns as Parquet fields. Every field may be empty. Times, which are whole seconds, are stored in milliseconds: the package writes
/// the statistics of a microsecond column in milliseconds, and a reader that trusts them would skip rows.
/// </summary>
internal static class ParquetSchemas
{
    public static Field[] ToFields(TableSchema schema)
    {
        var fields = new Field[schema.Columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var column = schema.Columns[i];
            fields[i] = column.Type switch
            {
                ColumnType.Integer => new DataField(column.Name, typeof(long), isNullable: true),
                ColumnType.Number => new DataField(column.Name, typeof(double), isNullable: true),
                ColumnType.Boolean => new DataField(column.Name, typeof(bool), isNullable: true),
                ColumnType.Date => new DataField(column.Name, typeof(DateOnly), isNullable: true),
                ColumnType.DateTime => new DateTimeDataField(
                    column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Millis, isNullable: true),
                _ => new DataField(column.Name, typeof(string), isNullable: true),
            };
        }

        return fields;
    }

    /// <summary>The file's field of each column; null where the file has none.</summary>
    /// <exception cref="InvalidDataException">A field has another type than the column.</exception>
    public static DataField?[] Match(ParquetSchema file, TableSchema schema)
    {
        var byName = file.DataFields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        var fields = new DataField?[schema.Columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var column = schema.Columns[i];
            fields[i] = byName.GetValueOrDefault(column.Name);
            if (fields[i] is { } field && TypeOf(field) != column.Type)
            {
                throw new InvalidDataException(
                    $"Column {column.Name} of table {schema.Name} is not of the type {column.Type} in its Parquet file.");
            }
        }

        return fields;
    }

    private static ColumnType? TypeOf(DataField field) => field switch
    {
        { IsArray: true } => null,
        DateTimeDataField { DateTimeFormat: DateTimeFormat.Timestamp, Unit: DateTimeTimeUnit.Millis } => ColumnType.DateTime,
        { ClrType: var type } when type == typeof(long) => ColumnType.Integer,
        { ClrType: var type } when type == typeof(double) => ColumnType.Number,
        { ClrType: var type } when type == typeof(bool) => ColumnType.Boolean,
        { ClrType: var type } when type == typeof(DateOnly) => ColumnType.Date,
        { ClrType: var type } when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) => ColumnType.Text,
        _ => null,
    };
}
