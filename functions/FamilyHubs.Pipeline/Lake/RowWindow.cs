using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Rows of one source in key order, seen through the schema of the table that is being written.</summary>
internal sealed class RowWindow
{
    public RowWindow(ColumnSet rows, KeyOrder order, TableSchema target)
    {
        Rows = rows;
        Count = rows.RowCount;
        Keys = new Column[order.Names.Count];
        for (var i = 0; i < Keys.Length; i++)
        {
            Keys[i] = rows[order.Names[i]];
        }

        Leads = Keys.Length == 0 ? new long[Count] : KeyOrder.Leads(Keys[0]);
        Cells = new Column?[target.Columns.Count];
        for (var i = 0; i < Cells.Length; i++)
        {
            var index = rows.Schema.IndexOf(target.Columns[i].Name);
            Cells[i] = index < 0 ? null : rows.Columns[index];
        }
    }

    public ColumnSet Rows { get; }

    public int Count { get; }

    /// <summary>Columns of the key.</summary>
    public Column[] Keys { get; }

    /// <summary>Order value of each row (see <see cref="KeyOrder"/>).</summary>
    public long[] Leads { get; }

    /// <summary>One column for each of the target's; null where the source has none, so that every cell is empty.</summary>
    public Column?[] Cells { get; }

    /// <summary>First row at or after <paramref name="from"/> whose lead is at least <paramref name="lead"/>; looks near by first.</summary>
    public int FirstAtLeast(int from, long lead)
    {
        var step = 1;
        var low = from;
        while (low + step < Count && Leads[low + step] < lead)
        {
            low += step;
            step <<= 1;
        }

        var high = Math.Min(low + step, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Leads[middle] < lead)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>True when both rows have the same content.</summary>
    public bool RowEquals(int row, RowWindow other, int otherRow)
    {
        for (var i = 0; i < Cells.Length; i++)
        {
            var equal = (Cells[i], other.Cells[i]) switch
            {
                ({ } mine, { } theirs) => mine.CellEquals(row, theirs, otherRow),
                ({ } mine, null) => mine.IsNull(row),
                (null, { } theirs) => theirs.IsNull(otherRow),
                _ => true,
            };
            if (!equal)
            {
                return false;
            }
        }

        return true;
    }
}
