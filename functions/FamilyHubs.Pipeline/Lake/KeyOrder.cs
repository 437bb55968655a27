using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// Order of the rows of a table: by the columns of its key, texts ordinally, empty first. The first column is also given as a
/// 64-bit lead, so that nearly every comparison is one of two integers: rows with different leads are in the order of
/// their leads, rows of the same lead are compared in full.
/// </summary>
internal sealed class KeyOrder
{
    private const int LeadCharacters = 8;

    public KeyOrder(TableSchema schema)
    {
        Names = schema.Key;
        if (Names.Count > 0 && schema.Columns[schema.IndexOf(Names[0])].Type is not (ColumnType.Integer or ColumnType.Text))
        {
            throw new ArgumentException($"The key of table {schema.Name} must begin with an integer or a text.", nameof(schema));
        }
    }

    /// <summary>Names of the key's columns.</summary>
    public IReadOnlyList<string> Names { get; }

    public static int Compare(RowWindow a, int row, RowWindow b, int otherRow)
    {
        var order = a.Leads[row].CompareTo(b.Leads[otherRow]);
        for (var i = 0; order == 0 && i < a.Keys.Length; i++)
        {
            order = CompareCells(a.Keys[i], row, b.Keys[i], otherRow);
        }

        return order;
    }

    /// <summary>The lead of each row.</summary>
    public static long[] Leads(Column first)
    {
        var leads = new long[first.Count];
        if (first is ValueColumn<long> integers)
        {
            integers.Values.CopyTo(leads);
            for (var i = 0; integers.NullCount > 0 && i < leads.Length; i++)
            {
                if (!integers.Present[i])
                {
                    leads[i] = long.MinValue;
                }
            }
        }
        else
        {
            var texts = ((TextColumn)first).Values;
            for (var i = 0; i < leads.Length; i++)
            {
                leads[i] = Lead(texts[i]);
            }
        }

        return leads;
    }

    /// <summary>The lead of the first row.</summary>
    public static long FirstLead(Column first) => first switch
    {
        ValueColumn<long> integers => integers[0] ?? long.MinValue,
        _ => Lead(((TextColumn)first)[0]),
    };

    /// <summary>The first eight characters, each cut to a byte: never puts two texts in the wrong order, only at the same place.</summary>
    private static long Lead(string? text)
    {
        var lead = 0UL;
        for (var i = 0; i < LeadCharacters; i++)
        {
            lead = (lead << 8) | (text is not null && i < text.Length ? Math.Min(text[i], (char)255) : 0UL);
        }

        return (long)(lead ^ (1UL << 63));
    }

    private static int CompareCells(Column a, int row, Column b, int otherRow) => a switch
    {
        TextColumn texts => string.CompareOrdinal(texts.Values[row], ((TextColumn)b).Values[otherRow]),
        ValueColumn<long> integers => Compare(integers, row, (ValueColumn<long>)b, otherRow),
        ValueColumn<DateOnly> days => Compare(days, row, (ValueColumn<DateOnly>)b, otherRow),
        ValueColumn<DateTime> times => Compare(times, row, (ValueColumn<DateTime>)b, otherRow),
        ValueColumn<double> numbers => Compare(numbers, row, (ValueColumn<double>)b, otherRow),
        _ => Compare((ValueColumn<bool>)a, row, (ValueColumn<bool>)b, otherRow),
    };

    private static int Compare<T>(ValueColumn<T> a, int row, ValueColumn<T> b, int otherRow)
        where T : struct
    {
        var present = a.Present[row].CompareTo(b.Present[otherRow]);
        return present != 0 ? present : Comparer<T>.Default.Compare(a.Values[row], b.Values[otherRow]);
    }
}
