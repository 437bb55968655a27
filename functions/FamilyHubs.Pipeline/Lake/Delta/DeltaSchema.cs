using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>
/// Schemas in the form of the Delta protocol. A DateTime, which is a wall-clock time of Europe/London, is stored as a
/// <c>timestamp</c> as if it were UTC: protocol 1/2 has no type for a time without a zone.
/// </summary>
internal static class DeltaSchema
{
    public static string ToJson(TableSchema schema)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = LakeNames.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("type", "struct");
            json.WriteStartArray("fields");
            foreach (var column in schema.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("type", TypeName(column.Type));
                json.WriteBoolean("nullable", true);
                json.WriteStartObject("metadata");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <exception cref="InvalidDataException">The table has a type that the lake does not write.</exception>
    public static TableSchema FromJson(string table, string schema, IEnumerable<string> key)
    {
        using var json = JsonDocument.Parse(schema);
        List<ColumnDefinition> columns = [];
        foreach (var field in json.RootElement.GetProperty("fields").EnumerateArray())
        {
            var name = field.GetProperty("name").GetString()!;
            columns.Add(new ColumnDefinition(name, Type(table, name, field.GetProperty("type"))));
        }

        return new TableSchema(table, columns, key);
    }

    /// <summary>The columns of a table after a batch: those that it had, and behind them those that are new.</summary>
    /// <exception cref="InvalidDataException">A column has another type than before, or the key is another.</exception>
    public static TableSchema Union(TableSchema known, TableSchema staged)
    {
        if (!known.Key.SequenceEqual(staged.Key))
        {
            throw new InvalidDataException(
                $"Table {known.Name} in the lake has the key {string.Join(", ", known.Key)}, but the batch has {string.Join(", ", staged.Key)}. "
                + "Re-load the table under its new contract in a new area of the lake.");
        }

        List<ColumnDefinition> columns = [.. known.Columns];
        foreach (var column in staged.Columns)
        {
            CheckType(known, column);
            if (known.IndexOf(column.Name) < 0)
            {
                columns.Add(column);
            }
        }

        return columns.Count == known.Columns.Count ? known : new TableSchema(known.Name, columns, known.Key);
    }

    /// <exception cref="InvalidDataException">The table has the column with another type.</exception>
    public static void CheckType(TableSchema known, ColumnDefinition column)
    {
        var index = known.IndexOf(column.Name);
        if (index >= 0 && known.Columns[index].Type != column.Type)
        {
            throw new InvalidDataException(
                $"Column {column.Name} of table {known.Name} is {known.Columns[index].Type} in the lake and {column.Type} in the contract. "
                + "A column never changes its type: give the new one another name.");
        }
    }

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Integer => "long",
        ColumnType.Number => "double",
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        ColumnType.DateTime => "timestamp",
        _ => "string",
    };

    private static ColumnType Type(string table, string column, JsonElement type) => type switch
    {
        { ValueKind: JsonValueKind.String } => Type(table, column, type.GetString()!),
        _ => throw Unknown(table, column),
    };

    private static ColumnType Type(string table, string column, string type) => type switch
    {
        "long" => ColumnType.Integer,
        "double" => ColumnType.Number,
        "boolean" => ColumnType.Boolean,
        "date" => ColumnType.Date,
        "timestamp" => ColumnType.DateTime,
        "string" => ColumnType.Text,
        _ => throw Unknown(table, column),
    };

    private static InvalidDataException Unknown(string table, string column) =>
        new($"Column {column} of table {table} in the lake has a type that this program does not write. Was the table changed by another one?");
}
