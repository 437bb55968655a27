using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>SREvent → modes of the events that signal reviews.</summary>
internal sealed class ReviewModeReader(IReadOnlySet<long> events, ReviewDefinitions definitions, ListTexts lists) : ITableReader
{
    private readonly ListColumn<short> _modes = new(lists, ListKind.Configured, definitions.Texts);

    /// <summary>Number of the mode of each event that has arrived, or <see cref="ReviewSignal.NoMode"/>, or <see cref="ReviewSignal.UnknownMode"/>.</summary>
    public Dictionary<long, short> Modes { get; } = [];

    public string Table => "SREvent";

    public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("ContactMethod", ColumnType.Text)];

    public Finding Unmapped => new(FindingRules.UnmappedListValue, Table, _modes.Unmapped, _modes.Checked);

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var methods = rows.Texts("ContactMethod");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is { } id && events.Contains(id))
            {
                var empty = _modes.Empty;
                var mode = _modes.Of(methods[row]);
                Modes[id] = mode ?? (_modes.Empty > empty ? ReviewSignal.NoMode : ReviewSignal.UnknownMode);
            }
        }
    }
}
