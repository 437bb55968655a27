using System.Globalization;
using System.Text;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>A batch to be put into landing, written row by row.</summary>
internal sealed class LandedBatch(string extract, string? from = null)
{
    private readonly SortedDictionary<string, StringBuilder> _files = new(StringComparer.Ordinal);
    private readonly StringBuilder _manifest = new("FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n");

    public string Extract { get; } = extract;

    /// <summary>Files by name, the manifest last.</summary>
    public IEnumerable<(string Name, string Text)> Files =>
        [.. _files.Select(f => (f.Key + ".csv", f.Value.ToString())), ("SRManifest.csv", _manifest.ToString())];

    /// <summary>Adds a table: a delta when the batch has a beginning.</summary>
    public LandedBatch With(string table, string header, params IEnumerable<string> rows)
    {
        var text = new StringBuilder(header).Append("\r\n");
        foreach (var row in rows)
        {
            text.Append(row).Append("\r\n");
        }

        _files.Add(table, text);
        _manifest.Append(CultureInfo.InvariantCulture, $"{table},{(from is null ? "N" : "Y")},N,{from},{Extract}\r\n");
        return this;
    }
}
