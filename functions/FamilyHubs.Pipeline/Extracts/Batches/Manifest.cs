using System.Globalization;
using System.Text;
using CsvHelper;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>The list of the files of a batch, written last: when it is there the batch is whole (extracts.md 1).</summary>
public sealed class Manifest
{
    public const string FileName = "SRManifest.csv";

    /// <summary>Form of its stamps and of the name of an extract.</summary>
    public const string StampFormat = "yyyyMMdd_HHmm";

    private const int MaxBytes = 1 << 20;
    private static readonly string[] Columns = ["FileName", "IsDelta", "IsReference", "DateExtractFrom", "DateExtractTo"];
    private readonly Dictionary<string, ManifestEntry> _entries;

    private Manifest(Dictionary<string, ManifestEntry> entries) => _entries = entries;

    public IReadOnlyCollection<ManifestEntry> Entries => _entries.Values;

    /// <summary>The latest moment up to which a file was drawn: what the batch is as of.</summary>
    public DateTime? ExtractTo => Entries.Max(e => e.To);

    /// <summary>The line of a table, or null.</summary>
    public ManifestEntry? Find(string table) => _entries.GetValueOrDefault(table);

    /// <summary>Copies a manifest into memory.</summary>
    /// <exception cref="ManifestException">It is far too long to be one.</exception>
    internal static async Task CopyAsync(Stream source, MemoryStream target, CancellationToken cancel)
    {
        var block = new byte[1 << 14];
        while (await source.ReadAsync(block, cancel) is var count and > 0)
        {
            target.Write(block, 0, count);
            if (target.Length > MaxBytes)
            {
                throw Unreadable(1, $"begins a file of more than {MaxBytes} bytes");
            }
        }
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="ManifestException"><c>manifest-unreadable</c> or <c>manifest-empty</c>.</exception>
    public static Manifest Read(ReadOnlyMemory<byte> text, ExtractSettings settings)
    {
        text = text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        var (separator, quote) = DialectOf(text.Span, settings);
        var options = new CsvReaderOptions
        {
            Separator = separator,
            Quote = quote,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        try
        {
            using var reader = CsvReader.Create(text, options);
            return Read(reader);
        }
        catch (CsvFormatException e)
        {
            throw Unreadable(e.LineNumber, "has a quote that is not closed", e);
        }
    }

    /// <summary>The area's delimiter and qualifier, or a comma and quotes where the header is written so: those of the tables can be set in SystmOne.</summary>
    private static (char Separator, char Quote) DialectOf(ReadOnlySpan<byte> text, ExtractSettings settings)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var header = end < 0 ? text : text[..end];
        return (
            header.Contains((byte)settings.Delimiter[0]) ? settings.Delimiter[0] : ',',
            header.Contains((byte)'"') ? '"' : settings.Qualifier[0]);
    }

    private static Manifest Read(CsvReader reader)
    {
        if (!reader.Read())
        {
            throw Unreadable(1, "has no header");
        }

        var header = new string[reader.FieldCount];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = reader.GetString(i).Trim();
        }

        var places = Columns.Select(c => Array.FindIndex(header, h => string.Equals(h, c, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (Array.IndexOf(places, -1) is var missing and >= 0)
        {
            throw Unreadable(1, $"lacks the column {Columns[missing]}");
        }

        Dictionary<string, ManifestEntry> entries = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.FieldCount != header.Length)
            {
                throw Unreadable(reader.LineNumber, "has another number of fields than the header");
            }

            var entry = new ManifestEntry(
                Table(reader, places[0]),
                Flag(reader, places[1], Columns[1]),
                Flag(reader, places[2], Columns[2]),
                Stamp(reader, places[3], Columns[3]),
                Stamp(reader, places[4], Columns[4]));
            if (entry.From > entry.To)
            {
                throw Unreadable(reader.LineNumber, "has a DateExtractFrom after its DateExtractTo");
            }

            if (!entries.TryAdd(entry.Table, entry))
            {
                throw Unreadable(reader.LineNumber, "names a table for the second time");
            }
        }

        return entries.Count > 0
            ? new Manifest(entries)
            : throw new ManifestException(ReasonCodes.ManifestEmpty, 1, $"{FileName} names no file.");
    }

    private static string Table(CsvReader reader, int place)
    {
        var name = reader.GetString(place).Trim();
        name = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return Contracts.ContractCatalog.IsExtractTable(name)
            ? name
            : throw Unreadable(reader.LineNumber, "has a FileName that is not SR and the name of a table");
    }

    private static bool Flag(CsvReader reader, int place, string column) => reader.GetString(place).Trim() switch
    {
        "Y" or "y" => true,
        "N" or "n" => false,
        _ => throw Unreadable(reader.LineNumber, $"has neither Y nor N in {column}"),
    };

    private static DateTime? Stamp(CsvReader reader, int place, string column)
    {
        var text = reader.GetString(place).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        return DateTime.TryParseExact(text, StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var stamp)
            ? stamp
            : throw Unreadable(reader.LineNumber, $"has no moment of the form {StampFormat} in {column}");
    }

    private static ManifestException Unreadable(long line, string what, Exception? inner = null) =>
        new(ReasonCodes.ManifestUnreadable, line, $"{FileName} line {line} {what}.", inner);
}
