using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Files;

/// <summary>Statistics of a data file as the Delta protocol defines them: rows, empty cells, least and greatest values of the key.</summary>
internal static class FileStatistics
{
    public static string ToJson(TableSchema schema, IReadOnlyList<RowGroup> groups)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = LakeNames.Encoder }))
        {
            json.WriteStartObject();
            json.WriteNumber("numRecords", groups.Sum(group => (long)group.Rows.RowCount));
            json.WriteStartObject("minValues");
            WriteBounds(json, schema, groups, -1);
            json.WriteEndObject();
            json.WriteStartObject("maxValues");
            WriteBounds(json, schema, groups, 1);
            json.WriteEndObject();
            json.WriteStartObject("nullCount");
            for (var i = 0; i < schema.Columns.Count; i++)
            {
                json.WriteNumber(schema.Columns[i].Name, groups.Sum(group => (long)group.Rows.Columns[i].NullCount));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <param name="sign">-1 for the least values, 1 for the greatest.</param>
    private static void WriteBounds(Utf8JsonWriter json, TableSchema schema, IReadOnlyList<RowGroup> groups, int sign)
    {
        foreach (var name in schema.Key)
        {
            var index = schema.IndexOf(name);
            if (schema.Columns[index].Type == ColumnType.Integer && IntegerBound(groups, index, sign) is { } number)
            {
                json.WriteNumber(name, number);
            }
            else if (schema.Columns[index].Type == ColumnType.Text && TextBound(groups, index, sign) is { } text)
            {
                json.WriteString(name, text);
            }
        }
    }

    private static long? IntegerBound(IReadOnlyList<RowGroup> groups, int index, int sign)
    {
        long? bound = null;
        foreach (var group in groups)
        {
            var column = (ValueColumn<long>)group.Rows.Columns[index];
            for (var i = 0; i < column.Count; i++)
            {
                if (column.Present[i] && (bound is not { } known || column.Values[i].CompareTo(known) == sign))
                {
                    bound = column.Values[i];
                }
            }
        }

        return bound;
    }

    private static string? TextBound(IReadOnlyList<RowGroup> groups, int index, int sign)
    {
        string? bound = null;
        foreach (var group in groups)
        {
            foreach (var text in ((TextColumn)group.Rows.Columns[index]).Values)
            {
                if (text is not null && !ReferenceEquals(text, bound) && (bound is null || Math.Sign(string.CompareOrdinal(text, bound)) == sign))
                {
                    bound = text;
                }
            }
        }

        return bound;
    }
}
