using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>A UTF-8 CSV with a header, as partners send them (extracts.md 5).</summary>
internal sealed class CsvText : IAsyncDisposable
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    private readonly CsvWriter _csv;

    public CsvText(string path, params ReadOnlySpan<string> header)
    {
        Path = path;
        _csv = new CsvWriter(new StreamWriter(path, append: false), Configuration);
        Write(header);
    }

    public string Path { get; }

    public void Write(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            _csv.WriteField(field);
        }

        _csv.NextRecord();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
