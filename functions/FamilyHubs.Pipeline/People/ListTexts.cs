using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.People;

/// <summary>
/// Texts of list columns, which hold text in one customer's extract and an integer in another's (extracts.md 2):
/// an integer is looked up in the column's own list table, then in the other; one in neither is taken as text.
/// </summary>
public sealed class ListTexts
{
    private readonly Dictionary<long, string> _configured = [];
    private readonly Dictionary<long, string> _static = [];

    private ListTexts()
    {
    }

    /// <summary>Reads SRConfiguredListOption and SRMapping.</summary>
    public static async Task<ListTexts> LoadAsync(IExtractTables tables, CancellationToken cancel)
    {
        var lists = new ListTexts();
        await TableScan.RunAsync(
            tables,
            [
                new OptionReader("SRConfiguredListOption", "ConfiguredListOption", lists._configured),
                new OptionReader("SRMapping", "Mapping", lists._static),
            ],
            cancel).ConfigureAwait(false);
        return lists;
    }

    /// <summary>The trimmed text of a cell; null for an empty one.</summary>
    /// <param name="unmapped">True for an integer that is in neither list: a finding.</param>
    public string? Resolve(string? cell, ListKind kind, out bool unmapped)
    {
        unmapped = false;
        var text = cell?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return text;
        }

        var (own, other) = kind == ListKind.Configured ? (_configured, _static) : (_static, _configured);
        if (own.TryGetValue(id, out var found) || other.TryGetValue(id, out found))
        {
            return found;
        }

        unmapped = true;
        return text;
    }

    private sealed class OptionReader(string table, string column, Dictionary<long, string> options) : ITableReader
    {
        public string Table => table;

        public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new(column, ColumnType.Text)];

        public void Read(ColumnSet rows)
        {
            var ids = rows.Integers("RowIdentifier");
            var texts = rows.Texts(column);
            for (var row = 0; row < rows.RowCount; row++)
            {
                if (ids[row] is { } id && texts[row]?.Trim() is { Length: > 0 } text)
                {
                    options[id] = text;
                }
            }
        }
    }
}
