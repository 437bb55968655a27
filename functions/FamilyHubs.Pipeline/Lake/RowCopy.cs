using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Copies ranges of rows column by column: the type of a column is looked at once for many ranges.</summary>
internal static class RowCopy
{
    public static void Append(ColumnSet target, ReadOnlySpan<RowRange> ranges)
    {
        for (var i = 0; i < target.Columns.Count; i++)
        {
            switch (target.Columns[i])
            {
                case ValueColumn<long> column: Append(column, i, ranges); break;
                case ValueColumn<double> column: Append(column, i, ranges); break;
                case ValueColumn<bool> column: Append(column, i, ranges); break;
                case ValueColumn<DateOnly> column: Append(column, i, ranges); break;
                case ValueColumn<DateTime> column: Append(column, i, ranges); break;
                default: Append((TextColumn)target.Columns[i], i, ranges); break;
            }
        }
    }

    /// <summary>Appends adjacent rows of a set with the same columns.</summary>
    public static void Append(ColumnSet target, ColumnSet source, int start, int count)
    {
        for (var i = 0; i < target.Columns.Count; i++)
        {
            switch (target.Columns[i])
            {
                case ValueColumn<long> column: Append(column, source.Columns[i], start, count); break;
                case ValueColumn<double> column: Append(column, source.Columns[i], start, count); break;
                case ValueColumn<bool> column: Append(column, source.Columns[i], start, count); break;
                case ValueColumn<DateOnly> column: Append(column, source.Columns[i], start, count); break;
                case ValueColumn<DateTime> column: Append(column, source.Columns[i], start, count); break;
                case TextColumn column: column.AppendRange(((TextColumn)source.Columns[i]).Values.Slice(start, count)); break;
            }
        }
    }

    private static void Append<T>(ValueColumn<T> target, int position, ReadOnlySpan<RowRange> ranges)
        where T : struct
    {
        foreach (var range in ranges)
        {
            if (range.Window.Cells[position] is not ValueColumn<T> source)
            {
                AppendNulls(target, range.Count);
            }
            else if (range.Count == 1)
            {
                target.AppendFrom(source, range.Start);
            }
            else
            {
                Append(target, source, range.Start, range.Count);
            }
        }
    }

    private static void Append(TextColumn target, int position, ReadOnlySpan<RowRange> ranges)
    {
        foreach (var range in ranges)
        {
            if (range.Window.Cells[position] is TextColumn source)
            {
                target.AppendRange(source.Values.Slice(range.Start, range.Count));
            }
            else
            {
                AppendNulls(target, range.Count);
            }
        }
    }

    private static void Append<T>(ValueColumn<T> target, Column source, int start, int count)
        where T : struct
    {
        var values = (ValueColumn<T>)source;
        if (count > 0)
        {
            target.AppendRange(values.Values.Slice(start, count), values.Present.Slice(start, count));
        }
    }

    private static void AppendNulls(Column target, int count)
    {
        for (var i = 0; i < count; i++)
        {
            target.AppendNull();
        }
    }
}
