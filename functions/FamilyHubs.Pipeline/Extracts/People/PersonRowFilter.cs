using System.Buffers.Text;
using System.Text;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts.People;

/// <summary>
/// Copies a file as it came without the rows of some people. A record that cannot be told apart into cells counts as theirs when any number
/// in it is the id of one of them: rather a broken row too many than a person who stays.
/// </summary>
/// <param name="dialect">How the file is written.</param>
/// <param name="isOne">Whether a record id, at an organisation, is of one of them; the organisation is empty where the table has none, and null where a broken record does not tell.</param>
internal sealed class PersonRowFilter(CsvDialect dialect, Func<long, string?, bool> isOne)
{
    private readonly ReaderOptions _options = new();

    /// <summary>Copies the file; gives the places of the records that were left out, the first after the header being 0, and how many there were.</summary>
    public async Task<(IReadOnlyList<long> Gone, long Records)> CopyAsync(string table, Stream content, Stream target, CancellationToken cancel)
    {
        List<long> gone = [];
        var stream = new ReplayStream(content, _options.Window);
        var start = await SkipMarkAsync(stream, target, cancel);
        using var records = new CsvRecords(stream, start, dialect, _options.BlockBytes);
        if (!await records.ReadAsync(cancel))
        {
            return (gone, 0);
        }

        await WriteAsync(target, records.Raw.ToArray(), cancel);
        var header = Header(records);
        var people = PersonColumns.Of(table, header).Select(name => header.IndexOf(name)).ToArray();
        var organisation = header.IndexOf("IDOrganisationVisibleTo");
        var record = 0L;
        for (; await records.ReadAsync(cancel); record++)
        {
            if (people.Length > 0 && IsTheirs(records, header.Count, people, organisation))
            {
                gone.Add(record);
            }
            else
            {
                await WriteAsync(target, records.Raw.ToArray(), cancel);
            }
        }

        return (gone, record);
    }

    private static async Task<int> SkipMarkAsync(ReplayStream stream, Stream target, CancellationToken cancel)
    {
        var mark = Encoding.UTF8.GetPreamble();
        var start = new byte[mark.Length];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        var marked = start.AsSpan(0, length).SequenceEqual(mark);
        stream.GoTo(marked ? mark.Length : 0);
        if (marked)
        {
            await target.WriteAsync(mark, cancel);
        }

        return marked ? mark.Length : 0;
    }

    private static List<string> Header(CsvRecords records)
    {
        List<string> names = [];
        for (var i = 0; !records.Unclosed && !records.TooLong && i < records.FieldCount; i++)
        {
            names.Add(Encoding.Latin1.GetString(records.Cell(i)).Trim());
        }

        return names;
    }

    private static async Task WriteAsync(Stream target, byte[] record, CancellationToken cancel)
    {
        await target.WriteAsync(record, cancel);
        await target.WriteAsync("\r\n"u8.ToArray(), cancel);
    }

    private bool IsTheirs(CsvRecords records, int columns, int[] people, int organisation)
    {
        if (records.Unclosed || records.TooLong || records.FieldCount != columns)
        {
            return NamesOne(records.Raw);
        }

        var visibleTo = organisation < 0 ? string.Empty : Encoding.Latin1.GetString(records.Cell(organisation)).Trim();
        foreach (var column in people)
        {
            var cell = records.Cell(column).Trim((byte)' ');
            if (Utf8Parser.TryParse(cell, out long id, out var length) && length == cell.Length && isOne(id, visibleTo))
            {
                return true;
            }
        }

        return false;
    }

    private bool NamesOne(ReadOnlySpan<byte> raw)
    {
        for (var start = 0; start < raw.Length;)
        {
            var digits = raw[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : raw.Length - start;
            if (digits > 0 && Utf8Parser.TryParse(raw.Slice(start, digits), out long id, out _) && isOne(id, null))
            {
                return true;
            }

            start += digits + 1;
        }

        return false;
    }
}
