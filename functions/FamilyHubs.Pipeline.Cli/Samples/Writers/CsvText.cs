using CsvHelper;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>A UTF-8 CSV with a header, as partners send them (extracts.md 5).</summary>
internal sealed class CsvText : IAsyncDisposable
{
    private readonly CsvWriter _csv;

    public CsvText(string path, params ReadOnlySpan<string> header)
    {
        _csv = CsvWriter.ToFile(path);
        _csv.WriteRecord(header);
    }

    public void Write(params ReadOnlySpan<string> fields) => _csv.WriteRecord(fields);

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
