using System.Buffers;
using System.Runtime.InteropServices;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>
/// A block of rows as bytes, read by the process that wrote it: number of rows, then for each column its empty cells (none, or a
/// byte a row) and its values as they lie in memory; texts as their different values and an index a row.
/// </summary>
internal static class SpillCodec
{
    private const int RecentTexts = 1024;

    public static void Write(ArrayBufferWriter<byte> output, ColumnSet rows, int start, int count)
    {
        Write(output, count);
        foreach (var column in rows.Columns)
        {
            switch (column)
            {
                case ValueColumn<long> values: Write(output, values, start, count); break;
                case ValueColumn<double> values: Write(output, values, start, count); break;
                case ValueColumn<bool> values: Write(output, values, start, count); break;
                case ValueColumn<DateOnly> values: Write(output, values, start, count); break;
                case ValueColumn<DateTime> values: Write(output, values, start, count); break;
                default: Write(output, ((TextColumn)column).Values.Slice(start, count)); break;
            }
        }
    }

    public static ColumnSet Read(ReadOnlySpan<byte> input, TableSchema schema, TextPool pool)
    {
        var count = ReadInt(ref input);
        var rows = new ColumnSet(schema, count);
        foreach (var column in rows.Columns)
        {
            switch (column)
            {
                case ValueColumn<long> values: Read(ref input, values, count); break;
                case ValueColumn<double> values: Read(ref input, values, count); break;
                case ValueColumn<bool> values: Read(ref input, values, count); break;
                case ValueColumn<DateOnly> values: Read(ref input, values, count); break;
                case ValueColumn<DateTime> values: Read(ref input, values, count); break;
                default: Read(ref input, (TextColumn)column, count, pool); break;
            }
        }

        return rows;
    }

    private static void Write<T>(ArrayBufferWriter<byte> output, ValueColumn<T> column, int start, int count)
        where T : struct
    {
        var present = column.Present.Slice(start, count);
        var full = !present.Contains(false);
        Write(output, full ? 1 : 0);
        if (!full)
        {
            output.Write(MemoryMarshal.AsBytes(present));
        }

        output.Write(MemoryMarshal.AsBytes(column.Values.Slice(start, count)));
    }

    private static void Read<T>(ref ReadOnlySpan<byte> input, ValueColumn<T> column, int count)
        where T : struct
    {
        var full = ReadInt(ref input) == 1;
        var present = full ? default : Take<bool>(ref input, count);
        column.AppendRange(Take<T>(ref input, count), present);
    }

    private static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<string?> texts)
    {
        List<string> distinct = [];
        var recent = new (string? Text, int Index)[RecentTexts];
        var indices = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is not { } text)
            {
                indices[i] = -1;
                continue;
            }

            ref var slot = ref recent[Slot(text)];
            if (!ReferenceEquals(slot.Text, text))
            {
                slot = (text, distinct.Count);
                distinct.Add(text);
            }

            indices[i] = slot.Index;
        }

        Write(output, distinct.Count);
        foreach (var text in distinct)
        {
            Write(output, text.Length);
            output.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        output.Write(MemoryMarshal.AsBytes(indices.AsSpan()));
    }

    private static void Read(ref ReadOnlySpan<byte> input, TextColumn column, int count, TextPool pool)
    {
        var distinct = new string[ReadInt(ref input)];
        for (var i = 0; i < distinct.Length; i++)
        {
            distinct[i] = pool.Get(Take<char>(ref input, ReadInt(ref input))) ?? "";
        }

        foreach (var index in Take<int>(ref input, count))
        {
            column.Append(index < 0 ? null : distinct[index]);
        }
    }

    private static int Slot(string text) => text.Length == 0
        ? 0
        : (text.Length + text[0] * 5 + text[text.Length / 2] * 11 + text[^1] * 37) & (RecentTexts - 1);

    private static void Write(ArrayBufferWriter<byte> output, int value) => output.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));

    private static int ReadInt(ref ReadOnlySpan<byte> input) => Take<int>(ref input, 1)[0];

    private static ReadOnlySpan<T> Take<T>(ref ReadOnlySpan<byte> input, int count)
        where T : struct
    {
        var size = count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        var values = MemoryMarshal.Cast<byte, T>(input[..size]);
        input = input[size..];
        return values;
    }
}
