using System.IO.Compression;
using System.Text;

namespace FamilyHubs.Pipeline.Tests.Samples;

/// <summary>A batch read by the plainest means: the whole zip as text, split by hand.</summary>
public sealed class ReadBatch
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _rows = new(StringComparer.Ordinal);

    public ReadBatch(string folder)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        Manifest = Split(File.ReadAllText(Path.Combine(folder, "SRManifest.csv")));
        using var archive = ZipFile.OpenRead(Path.Combine(folder, "SRExtract.zip"));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), encoding);
            var text = reader.ReadToEnd();
            Texts.Add(entry.Name[..^4], text);
            Tables.Add(entry.Name[..^4], Split(text));
        }
    }

    /// <summary>Records of the manifest, header first.</summary>
    public IReadOnlyList<string[]> Manifest { get; }

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Records of each table, header first.</summary>
    public Dictionary<string, IReadOnlyList<string[]>> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows of a table, by column.</summary>
    public IReadOnlyList<Dictionary<string, string>> Rows(string table)
    {
        if (!_rows.TryGetValue(table, out var rows))
        {
            var records = Tables[table];
            rows = [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
            _rows.Add(table, rows);
        }

        return rows;
    }

    private static List<string[]> Split(string text)
    {
        List<string[]> records = [];
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c is ',' or '\n'))
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    records.Add([.. fields]);
                    fields.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        return records;
    }
}
