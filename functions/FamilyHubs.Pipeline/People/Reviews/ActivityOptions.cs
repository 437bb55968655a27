using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>
/// CSDS activity types of SRActivityEvent.EventDetails, through the options of SRConfiguredListOption (extracts.md 2). An integer is the number
/// of an option. A text is looked up among the options of the column's own list, which is the one named like the column, or, if there is none,
/// among all options of that text.
/// </summary>
internal sealed class ActivityOptions
{
    private const string CsdsCode = "CYPHS/CIDS/CSDSCode";
    private const string OwnList = "EventDetails";

    private readonly ListTexts _lists;
    private readonly Dictionary<string, uint> _activities;
    private readonly Dictionary<long, uint> _byNumber = [];
    private readonly Dictionary<string, uint> _own = new(FieldText.Comparer);
    private readonly Dictionary<string, uint> _all = new(FieldText.Comparer);
    private readonly Dictionary<string, (uint Types, bool Unmapped)> _cells = new(StringComparer.Ordinal);
    private bool _hasOwnList;

    private ActivityOptions(ReviewDefinitions definitions, ListTexts lists) => (_activities, _lists) = (definitions.Activities, lists);

    /// <summary>Cells asked for.</summary>
    public long Checked { get; private set; }

    /// <summary>Of those, integers that are in neither list.</summary>
    public long Unmapped { get; private set; }

    public static async Task<ActivityOptions> LoadAsync(
        IExtractTables tables, ReviewDefinitions definitions, ListTexts lists, CancellationToken cancel)
    {
        var options = new ActivityOptions(definitions, lists);
        await TableScan.RunAsync(tables, [new OptionReader(options)], cancel).ConfigureAwait(false);
        return options;
    }

    /// <summary>The set of review types that a cell signals.</summary>
    public uint TypesOf(string? cell)
    {
        if (cell is null)
        {
            return 0;
        }

        if (!_cells.TryGetValue(cell, out var known))
        {
            _cells[cell] = known = Find(cell);
        }

        Checked++;
        Unmapped += known.Unmapped ? 1 : 0;
        return known.Types;
    }

    private (uint Types, bool Unmapped) Find(string cell)
    {
        if (long.TryParse(cell.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && _byNumber.TryGetValue(number, out var types))
        {
            return (types, false);
        }

        var text = _lists.Resolve(cell, ListKind.Configured, out var unmapped);
        return (text is null ? 0 : (_hasOwnList ? _own : _all).GetValueOrDefault(text), unmapped);
    }

    private void Add(long number, string? list, string? text, string? code)
    {
        var types = code is null ? 0 : _activities.GetValueOrDefault(code.Trim());
        _byNumber[number] = types;
        var isOwn = string.Equals(list?.Replace(" ", string.Empty, StringComparison.Ordinal), OwnList, StringComparison.OrdinalIgnoreCase);
        _hasOwnList |= isOwn;
        if (text is not null)
        {
            _all[text] = _all.GetValueOrDefault(text) | types;
            if (isOwn)
            {
                _own[text] = _own.GetValueOrDefault(text) | types;
            }
        }
    }

    private sealed class OptionReader(ActivityOptions options) : ITableReader
    {
        public string Table => "SRConfiguredListOption";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [
            new("RowIdentifier", ColumnType.Integer),
            new("ConfiguredList", ColumnType.Text),
            new("ConfiguredListOption", ColumnType.Text),
            new(CsdsCode, ColumnType.Text),
        ];

        public void Read(ColumnSet rows)
        {
            var ids = rows.Integers("RowIdentifier");
            var lists = rows.Texts("ConfiguredList");
            var texts = rows.Texts("ConfiguredListOption");
            var codes = rows.Texts(CsdsCode);
            for (var row = 0; row < rows.RowCount; row++)
            {
                if (ids[row] is { } id)
                {
                    options.Add(id, lists[row], texts[row], codes[row]);
                }
            }
        }
    }
}
