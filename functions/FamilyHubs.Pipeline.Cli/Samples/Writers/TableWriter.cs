using System.Buffers.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>
/// Writes one <c>SR*.csv</c>: all columns in file order, CRLF, some fields quoted and others not. Cells may be set in any order; a cell
/// that is not set stays empty.
/// </summary>
internal sealed class TableWriter : IAsyncDisposable
{
    private const string Removed = "RemovedData";

    private const int FlushAt = 1 << 16;

    private readonly TableLayout _layout;
    private readonly Stream _output;
    private readonly CsvStyle _style;
    private readonly OptionBook? _options;
    private readonly FaultPlanter? _faults;
    private readonly Cell[] _cells;
    private readonly bool _delta;
    private byte[] _text = new byte[4096];
    private byte[] _lines = new byte[FlushAt * 2];
    private int _textLength;
    private int _linesLength;
    private bool _removed;

    /// <param name="delta">The file has RemovedData as last column.</param>
    /// <param name="options">Numbers of list options, or null: lists are text.</param>
    public TableWriter(TableLayout layout, Stream output, CsvStyle style, bool delta, OptionBook? options, FaultPlanter? faults)
    {
        _layout = layout;
        _output = output;
        _style = style;
        _delta = delta;
        _options = options;
        _faults = faults;
        _cells = new Cell[layout.Columns.Count];
        WriteHeader();
    }

    public TableLayout Layout => _layout;

    public long Rows { get; private set; }

    /// <summary>Line on which the next record begins; the header is line 1.</summary>
    public int Line { get; private set; } = 2;

    public bool IsFull => _linesLength >= FlushAt;

    /// <summary>A cell of the row that is being made holds a line break.</summary>
    public bool HasLineBreak => _text.AsSpan(0, _textLength).Contains((byte)'\n');

    public void Begin()
    {
        Array.Clear(_cells);
        _textLength = 0;
        _removed = false;
    }

    public bool Has(string column) => _layout.Find(column) >= 0;

    public void MarkRemoved() => _removed = true;

    public void Set(string column, long value)
    {
        var position = _layout.PositionOf(column);
        Utf8Formatter.TryFormat(value, Free(32), out var written);
        Take(position, written);
    }

    public void Set(string column, long? value)
    {
        if (value is { } number)
        {
            Set(column, number);
        }
    }

    public void Set(string column, double value)
    {
        var position = _layout.PositionOf(column);
        Utf8Formatter.TryFormat(value, Free(64), out var written);
        Take(position, written);
    }

    public void Set(string column, bool value)
    {
        var position = _layout.PositionOf(column);
        var text = value ? "TRUE"u8 : "FALSE"u8;
        text.CopyTo(Free(8));
        Take(position, text.Length);
    }

    /// <summary>A date and time, or the day of it where the column is a date; without seconds in SRPatient (systmone.md 1.5).</summary>
    public void Set(string column, DateTime? value)
    {
        if (value is { } when)
        {
            var position = _layout.PositionOf(column);
            var isDate = _layout.Columns[position].Type == ColumnType.Date;
            var written = SystmOneDates.Write(Free(24), when, isDate, hasSeconds: _layout.Table != "SRPatient");
            Take(position, written);
        }
    }

    public void Set(string column, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        var position = _layout.PositionOf(column);
        if (_layout.Columns[position].List is not null && _options?.NumberOf(_layout.Table, column, value) is { } number)
        {
            Set(column, number);
            return;
        }

        Take(position, _style.Encoding.GetBytes(value, Free(_style.Encoding.GetMaxByteCount(value.Length))));
    }

    public void End()
    {
        var text = _text.AsSpan(0, _textLength);
        var first = _linesLength;
        var fault = _faults?.Draw(this, _cells);
        var fields = fault?.Reason == ReasonCodes.TooFewFields ? _cells.Length / 2 : _cells.Length;
        for (var i = 0; i < fields; i++)
        {
            if (i > 0)
            {
                Append(_style.Delimiter);
            }

            if (fault is not null && fault.Position == i)
            {
                Append(fault.Cell.Span);
            }
            else
            {
                AppendCell(text.Slice(_cells[i].Start, _cells[i].Length), i);
            }
        }

        if (_delta && fields == _cells.Length)
        {
            Append(_style.Delimiter);
            Append(_removed ? (byte)'1' : (byte)'0');
        }

        if (fault?.Reason == ReasonCodes.TooManyFields)
        {
            Append(_style.Delimiter);
            Append((byte)'x');
        }

        Append("\r\n"u8);
        Rows++;
        Line += _lines.AsSpan(first, _linesLength - first).Count((byte)'\n');
    }

    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        await _output.WriteAsync(_lines.AsMemory(0, _linesLength), cancel);
        _linesLength = 0;
    }

    public ValueTask DisposeAsync() => _output.DisposeAsync();

    private void WriteHeader()
    {
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            if (i > 0)
            {
                Append(_style.Delimiter);
            }

            Append(_style.Encoding.GetBytes(_layout.Columns[i].Name));
        }

        if (_delta)
        {
            Append(_style.Delimiter);
            Append(_style.Encoding.GetBytes(Removed));
        }

        Append("\r\n"u8);
    }

    /// <summary>A field that must be quoted is; of the others, some texts are, as in real extracts.</summary>
    private void AppendCell(ReadOnlySpan<byte> cell, int position)
    {
        var quoted = cell.ContainsAny([_style.Delimiter, _style.Qualifier, (byte)'\r', (byte)'\n'])
            || (_layout.Columns[position].Type == ColumnType.Text && cell.Length > 0 && (Rows + position) % 4 == 0);
        if (!quoted)
        {
            Append(cell);
            return;
        }

        Append(_style.Qualifier);
        while (cell.IndexOf(_style.Qualifier) is >= 0 and var quote)
        {
            Append(cell[..(quote + 1)]);
            Append(_style.Qualifier);
            cell = cell[(quote + 1)..];
        }

        Append(cell);
        Append(_style.Qualifier);
    }

    private Span<byte> Free(int length)
    {
        if (_textLength + length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + length));
        }

        return _text.AsSpan(_textLength);
    }

    private void Take(int position, int length)
    {
        _cells[position] = new Cell(_textLength, length);
        _textLength += length;
    }

    private void Append(byte value)
    {
        if (_linesLength == _lines.Length)
        {
            Array.Resize(ref _lines, _lines.Length * 2);
        }

        _lines[_linesLength++] = value;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (_linesLength + bytes.Length > _lines.Length)
        {
            Array.Resize(ref _lines, _lines.Length * 2);
        }

        bytes.CopyTo(_lines.AsSpan(_linesLength));
        _linesLength += bytes.Length;
    }
}
