using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>
/// Estimates the memory that rows hold. A text counts when it was not seen lately: equal codes share one string, keys and
/// other distinct texts do not.
/// </summary>
internal sealed class RowWeight
{
    private const int StringOverhead = 24;
    private readonly string?[] _recent = new string?[256];

    /// <summary>Bytes of a row without its texts' characters.</summary>
    public static int Fixed(TableSchema schema) => schema.Columns.Sum(column => column.Type switch
    {
        ColumnType.Boolean => 2,
        ColumnType.Date => 5,
        ColumnType.Text => 8,
        _ => 9,
    });

    /// <summary>Bytes of the texts in some rows.</summary>
    public long Texts(ColumnSet rows, int start, int count)
    {
        var bytes = 0L;
        foreach (var column in rows.Columns)
        {
            if (column is TextColumn texts)
            {
                foreach (var text in texts.Values.Slice(start, count))
                {
                    if (text is { Length: > 0 })
                    {
                        ref var slot = ref _recent[(text.Length + text[0] * 7 + text[^1] * 31) & 255];
                        if (!ReferenceEquals(slot, text))
                        {
                            slot = text;
                            bytes += StringOverhead + 2 * text.Length;
                        }
                    }
                }
            }
        }

        return bytes;
    }
}
