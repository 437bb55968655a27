using System.Buffers;
using CsvHelper;

namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>
/// The records of a file with the physical line on which each begins. CsvHelper reads them; what it cannot do is done here: after a
/// record whose quotes do not add up, reading goes on with the next physical line, so that one lost quote costs one row, not the file.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>Longest record in bytes: the widest table of the specification has 16,000 bytes of text.</summary>
    public const int MaxRecordBytes = 1 << 20;

    /// <summary>What must be remembered to go back: CsvHelper buffers up to twice the longest record and one block.</summary>
    public const int WindowBytes = 4 * MaxRecordBytes;

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);
    private readonly ReplayStream _stream;
    private readonly CsvReaderOptions _options;
    private CsvReader _reader;
    private long _readerPosition;
    private long _readerLine = 1;
    private (long Position, long Line)? _goOn;
    private bool _flagged;
    private byte[]? _longLine;
    private int _rawLength;

    /// <param name="stream">The file.</param>
    /// <param name="position">Where the records begin: after a byte order mark.</param>
    /// <param name="dialect">Delimiter and qualifier.</param>
    /// <param name="blockBytes">Bytes read at a time, at least 256.</param>
    public CsvRecords(ReplayStream stream, long position, CsvDialect dialect, int blockBytes)
    {
        _stream = stream;
        _options = new CsvReaderOptions
        {
            Separator = dialect.Delimiter,
            Quote = dialect.Qualifier,
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            DetectSeparatorHint = false,
            BufferSize = blockBytes,
            MaxRecordSize = MaxRecordBytes,
            OnMalformedRecord = _ => _flagged = true,
        };
        _reader = Start(position, 1);
    }

    /// <summary>Physical line on which the record begins.</summary>
    public long Line { get; private set; }

    /// <summary>The quotes of the record do not add up: its cells mean nothing, <see cref="Raw"/> is its first physical line.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>The record is longer than <see cref="MaxRecordBytes"/> without any open quote; <see cref="Raw"/> is its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Number of cells of a record that is neither unclosed nor too long.</summary>
    public int FieldCount => _reader.FieldCount;

    /// <summary>The record's bytes as they stand, without the line break. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Raw => _longLine ?? _reader.RawRecord[.._rawLength];

    /// <summary>A cell without its quotes. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Cell(int index) => _reader.GetSpan(index);

    /// <summary>Goes to the next record; empty lines are passed over. False at the end of the file.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        if (_goOn is { } next)
        {
            _stream.GoTo(next.Position);
            _reader.Dispose();
            _reader = Start(next.Position, next.Line);
            _goOn = null;
        }

        Unclosed = TooLong = _flagged = false;
        _longLine = null;
        try
        {
            if (!await _reader.ReadAsync(cancel))
            {
                return false;
            }
        }
        catch (CsvFormatException e)
        {
            await TakeLongLineAsync(_readerPosition + e.ByteOffset, _readerLine + e.LineNumber - 1, cancel);
            return true;
        }

        Line = _readerLine + _reader.LineNumber - 1;
        _rawLength = _reader.RawRecord.Length;
        if (_flagged)
        {
            CheckQuotes();
        }

        return true;
    }

    public void Dispose() => _reader.Dispose();

    private CsvReader Start(long position, long line)
    {
        (_readerPosition, _readerLine) = (position, line);
        return CsvReader.Create(_stream, _options, leaveOpen: true);
    }

    private void CheckQuotes()
    {
        var raw = _reader.RawRecord;
        if (QuoteRules.AreSound(raw, (byte)_options.Separator!.Value, (byte)_options.Quote))
        {
            return;
        }

        Unclosed = true;
        var end = raw.IndexOfAny(LineBreaks);
        if (end >= 0)
        {
            _rawLength = end;
            var lineBreak = raw[end] == '\r' && end + 1 < raw.Length && raw[end + 1] == '\n' ? 2 : 1;
            _goOn = (_readerPosition + _reader.ByteOffset + end + lineBreak, Line + 1);
        }
    }

    /// <summary>A record beyond all measure: its first physical line is refused, and reading goes on behind it.</summary>
    private async Task TakeLongLineAsync(long position, long line, CancellationToken cancel)
    {
        Line = line;
        _stream.GoTo(position);
        var block = new byte[_options.BufferSize];
        using var kept = new MemoryStream();
        var at = position;
        while (true)
        {
            var count = await _stream.ReadAsync(block, cancel);
            var end = block.AsSpan(0, count).IndexOfAny(LineBreaks);
            var taken = end < 0 ? count : end;
            kept.Write(block, 0, (int)Math.Min(taken, MaxRecordBytes - kept.Length));
            at += taken;
            if (end >= 0 || count == 0)
            {
                break;
            }
        }

        // The line break itself is left: an empty line is passed over, but it counts as the rest of this one.
        _goOn = (at, line);
        _longLine = kept.ToArray();
        Unclosed = !QuoteRules.AreSound(_longLine, (byte)_options.Separator!.Value, (byte)_options.Quote);
        TooLong = !Unclosed;
    }
}
