using System.Text;
using FamilyHubs.Pipeline.Extracts.Cells;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>Reads one file: bytes to typed columns, and each row that cannot be read to the refused ones (extracts.md 2).</summary>
/// <param name="contract">What the file should be.</param>
/// <param name="keys">Makes the keys of people and postcodes.</param>
/// <param name="refused">Takes the refused rows; the caller disposes it.</param>
/// <param name="options">Sizes.</param>
/// <param name="bytes">Length of the file, where it is known.</param>
internal sealed class TableReader(TableContract contract, PersonKeys keys, RefusedRows refused, ReaderOptions options, long bytes = long.MaxValue)
{
    private CsvDialect _dialect = CsvDialect.Return;
    private readonly StagedRows _staged = new(contract, options.RowsOf(bytes));
    private CellReader?[] _readers = [];
    private HeaderMap? _map;
    private int _count;
    private long _rows;
    private long _removed;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="dialect">How it is written.</param>
    /// <param name="source">Facts from the manifest, and what a new column does.</param>
    /// <param name="sink">Takes the accepted rows.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<TableReading> ReadAsync(
        Stream content, CsvDialect dialect, TableSource source, ITableSink sink, Action<long, long>? progress, CancellationToken cancel)
    {
        if (contract.HasFileColumn)
        {
            _staged.Buffer<TextBuffer>(TableContract.File).Fill(source.FileName);
        }

        var stream = new ReplayStream(content, options.Window);
        (_dialect, var start, var isWide) = await SkipMarkAsync(stream, dialect, cancel);
        if (_dialect.Utf8)
        {
            stream.UseUtf8();
        }

        using var records = new CsvRecords(stream, start, _dialect, options.BlockBytes);
        var counters = new RowCounters(contract, source.ExtractTo);
        await using var feed = new SinkFeed(_staged, sink, counters, isLarge: _staged.Capacity == options.RowsAtOnce);
        List<ValidationFinding> findings = [];
        if (isWide)
        {
            findings.Add(new ValidationFinding(
                Severity.Error, ReasonCodes.KeyColumnMissing, contract.Table, 1, null,
                "The file is written in UTF-16, which no extract is: its header cannot be read.", "Have it written in Windows-1252 or UTF-8."));
        }
        else if (await ReadHeaderAsync(records, source, findings, cancel))
        {
            while (await records.ReadAsync(cancel))
            {
                ReadRow(records);
                if (_count == _staged.Capacity)
                {
                    await HandOnAsync(feed, cancel);
                    progress?.Invoke(_rows, stream.Taken);
                }

                if (refused.IsFull)
                {
                    await refused.SpillAsync(cancel);
                }
            }

            await HandOnAsync(feed, cancel);
            await feed.CompleteAsync();
        }

        await DrainAsync(stream, cancel);
        progress?.Invoke(_rows, stream.Taken);
        var undefined = stream.Undefined;
        if (undefined > 0)
        {
            findings.Add(new ValidationFinding(
                Severity.Warning, ReasonCodes.UndefinedBytes, contract.Table, null, null,
                $"{undefined} bytes mean nothing in {(_dialect.Utf8 ? "UTF-8" : "Windows-1252")} and were read as the replacement character.",
                contract.IsFile ? "Have the file written in UTF-8." : "Check the encoding of the extract in the profile."));
        }

        findings.AddRange(ListFindings.Of(contract.Table, counters.Lists));
        return new TableReading
        {
            Table = contract.Table,
            IsDelta = source.IsDelta,
            ExtractTo = source.ExtractTo,
            Rows = _rows,
            Kept = _rows - refused.Count,
            Removed = _removed,
            Refused = refused,
            Bytes = stream.Taken,
            UndefinedBytes = undefined,
            UnknownColumns = _map is null ? [] : HeaderFindings.PlainUnknown(_map),
            MissingColumns = _map?.Missing ?? [],
            Lists = counters.Lists,
            Quality = counters.Quality,
            Findings = findings,
        };
    }

    /// <summary>A byte order mark of UTF-8 decides the encoding and is no part of the first name. One of UTF-16 is told by its two bytes.</summary>
    private static async Task<(CsvDialect Dialect, long Start, bool IsWide)> SkipMarkAsync(ReplayStream stream, CsvDialect dialect, CancellationToken cancel)
    {
        var mark = Encoding.UTF8.GetPreamble();
        var start = new byte[mark.Length];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        var marked = start.AsSpan(0, length).SequenceEqual(mark);
        stream.GoTo(marked ? mark.Length : 0);
        var isWide = length >= 2 && start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        return marked ? (dialect with { Utf8 = true }, mark.Length, false) : (dialect, 0, isWide);
    }

    /// <summary>Reads the header; false when the rows cannot be read.</summary>
    private async Task<bool> ReadHeaderAsync(CsvRecords records, TableSource source, List<ValidationFinding> findings, CancellationToken cancel)
    {
        List<string> header = [];
        if (await records.ReadAsync(cancel) && !records.Unclosed && !records.TooLong)
        {
            refused.SetHeader(records.Raw);
            var texts = new CellTexts(_dialect.Utf8);
            for (var i = 0; i < records.FieldCount; i++)
            {
                header.Add(texts.Get(records.Cell(i))?.Trim() ?? "");
            }
        }

        _map = new HeaderMap(header, contract, _staged, keys, _dialect);
        _readers = _map.Readers;
        findings.AddRange(HeaderFindings.Of(_map, contract, source.OnNewColumn));
        return _map.MissingRequired.Count == 0 && !findings.Exists(f => f.Severity == Severity.Error);
    }

    private void ReadRow(CsvRecords records)
    {
        if (_rows == 0 && _dialect.DashesUnderHeader && !records.Raw.ContainsAnyExcept((byte)'-', (byte)_dialect.Delimiter, (byte)' '))
        {
            return;
        }

        _rows++;
        if (records.Unclosed || records.TooLong)
        {
            Refuse(records, null, records.Unclosed ? ReasonCodes.UnclosedQuote : ReasonCodes.TooManyFields);
        }
        else if (records.FieldCount != _readers.Length)
        {
            Refuse(records, null, records.FieldCount < _readers.Length ? ReasonCodes.TooFewFields : ReasonCodes.TooManyFields);
        }
        else
        {
            ReadCells(records);
        }
    }

    private void ReadCells(CsvRecords records)
    {
        var map = _map!;
        var readers = _readers;
        for (var i = 0; i < readers.Length; i++)
        {
            var reader = readers[i];
            if (reader is null)
            {
                continue;
            }

            var cell = records.Cell(i);
            if (_dialect.NullWord && cell.SequenceEqual("NULL"u8))
            {
                cell = default;
            }

            if (reader.Read(cell, _count) is { } reason)
            {
                Refuse(records, reader.Column, reason);
                return;
            }
        }

        var removed = map.Removed is { Value: true };
        if ((EmptyOne(map.FilledAlways) ?? (removed ? null : EmptyOne(map.FilledUnlessRemoved))) is { } empty)
        {
            Refuse(records, empty, ReasonCodes.MissingKey);
            return;
        }

        _staged.Removed.Set(_count++, removed);
        _removed += removed ? 1 : 0;
    }

    private static string? EmptyOne(List<CellReader> readers)
    {
        foreach (var reader in readers)
        {
            if (reader.IsEmpty)
            {
                return reader.Column;
            }
        }

        return null;
    }

    private void Refuse(CsvRecords records, string? column, string reason) => refused.Add(records.Line, column, reason, records.Raw);

    private ValueTask HandOnAsync(SinkFeed feed, CancellationToken cancel)
    {
        var count = _count;
        _count = 0;
        return feed.HandOnAsync(count, cancel);
    }

    /// <summary>Reads what is left, so that length, check sum and hash are those of the whole file.</summary>
    private static async Task DrainAsync(ReplayStream stream, CancellationToken cancel)
    {
        var block = new byte[1 << 16];
        while (await stream.ReadAsync(block, cancel) > 0)
        {
        }
    }
}
