using CsvHelper;

namespace FamilyHubs.Pipeline.Publishing.Csv;

/// <summary>Writes a CSV file that Excel opens at once: UTF-8 with BOM, RFC 4180 quotes, numbers as they are, texts that cannot become formulas.</summary>
public sealed class SafeCsv : IDisposable
{
    /// <summary>Full-width forms that some spreadsheets take for = + - @ (OWASP, CSV injection).</summary>
    private const string WideFormulaStarts = "＝＋－＠";

    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
    };

    private readonly MemoryStream _file = new();
    private readonly CsvWriter _csv;

    public SafeCsv(params ReadOnlySpan<string> headings)
    {
        _csv = CsvWriter.Create(_file, Options, leaveOpen: true);
        _csv.WriteHeader(headings);
    }

    /// <summary>Adds a text cell: on one line, without control characters, and quoted, so that no separator of another locale splits it. What begins like a formula gets an apostrophe.</summary>
    public SafeCsv Text(string? text)
    {
        var clean = PlainText.Clean(text, most: int.MaxValue);
        var marked = clean.Length > 0 && WideFormulaStarts.Contains(clean[0], StringComparison.Ordinal) ? $"'{clean}" : clean;
        _csv.WriteField(marked, CsvQuoting.Always);
        return this;
    }

    /// <summary>Adds a number; null is an empty cell.</summary>
    public SafeCsv Number(double? number)
    {
        _csv.WriteField(number);
        return this;
    }

    public void EndRow() => _csv.EndRecord();

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        _csv.Flush();
        return _file.ToArray();
    }

    public void Dispose() => _csv.Dispose();
}
