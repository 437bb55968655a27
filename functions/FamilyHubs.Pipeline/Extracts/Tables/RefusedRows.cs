using System.Globalization;
using System.Text;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>
/// The refused rows of one file. All are counted and listed; the bytes of each are kept aside for the quarantine, the only place that
/// holds them, so that corrected rows can be put through again.
/// </summary>
public sealed class RefusedRows : IAsyncDisposable
{
    /// <summary>Refusals held in memory; all of them are in <see cref="WriteListAsync"/>.</summary>
    public const int FirstCount = 1000;

    private readonly string _table;
    private readonly SpillStream _raw = new();
    private readonly SpillStream _list = new();
    private readonly List<Refusal> _first = [];
    private readonly Dictionary<string, long> _byReason = new(StringComparer.Ordinal);
    private byte[] _header = [];

    internal RefusedRows(string table) => _table = table;

    /// <summary>How many rows are refused.</summary>
    public long Count { get; private set; }

    /// <summary>The first <see cref="FirstCount"/> of them.</summary>
    public IReadOnlyList<Refusal> First => _first;

    /// <summary>How many for each reason.</summary>
    public IReadOnlyDictionary<string, long> ByReason => _byReason;

    /// <summary>Writes header and refused records as the file had them: content for <c>quarantine/{area}/{extract}/{Table}.csv</c>.</summary>
    public Task WriteRawAsync(Stream target, CancellationToken cancel) => _raw.CopyToAsync(target, cancel);

    /// <summary>Writes a CSV of line, column and reason of every refused row, UTF-8, without any content of a row.</summary>
    public Task WriteListAsync(Stream target, CancellationToken cancel) => _list.CopyToAsync(target, cancel);

    public async ValueTask DisposeAsync()
    {
        await _raw.DisposeAsync();
        await _list.DisposeAsync();
    }

    /// <summary>Header of the file as it came.</summary>
    internal ReadOnlySpan<byte> Header => _header;

    internal bool IsFull => _raw.IsFull || _list.IsFull;

    internal void SetHeader(ReadOnlySpan<byte> header) => _header = header.ToArray();

    internal void Add(long line, string? column, string reason, ReadOnlySpan<byte> raw)
    {
        if (Count++ == 0)
        {
            _raw.Append(_header);
            _raw.Append("\r\n"u8);
            _list.Append("Line,Column,Reason\r\n"u8);
        }

        _raw.Append(raw);
        _raw.Append("\r\n"u8);
        _list.Append(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line},{column},{reason}\r\n")));
        _byReason[reason] = _byReason.GetValueOrDefault(reason) + 1;
        if (_first.Count < FirstCount)
        {
            _first.Add(new Refusal(_table, line, column, reason));
        }
    }

    internal async ValueTask SpillAsync(CancellationToken cancel)
    {
        await _raw.SpillAsync(cancel);
        await _list.SpillAsync(cancel);
    }
}
