using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRVisit or SRAppointment → whether those wanted were attended.</summary>
internal sealed class StatusReader : ITableReader
{
    private readonly string _column;
    private readonly HashSet<long> _wanted;
    private readonly ListColumn<bool> _statuses;
    private readonly Dictionary<long, bool> _attended = [];

    public StatusReader(string table, string column, HashSet<long> wanted, ContactSettings settings, ListTexts lists)
    {
        (Table, _column, _wanted) = (table, column, wanted);
        Columns = [new("RowIdentifier", ColumnType.Integer), new(column, ColumnType.Text)];
        var meanings = TextMeanings.Of(settings.AttendedStatuses, true);
        meanings.AddAll(settings.NotAttendedStatuses, false);
        _statuses = new ListColumn<bool>(lists, ListKind.Static, meanings);
    }

    public string Table { get; }

    public IReadOnlyList<ColumnDefinition> Columns { get; }

    public IEnumerable<Finding> Findings =>
    [
        new(FindingRules.UnknownStatus, Table, _statuses.Unknown + _statuses.Empty, _statuses.Checked),
        new(FindingRules.UnmappedListValue, Table, _statuses.Unmapped, _statuses.Checked),
    ];

    /// <summary>Null when the status is not known, or the row has not arrived.</summary>
    public bool? Attended(long id) => _attended.TryGetValue(id, out var attended) ? attended : null;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var statuses = rows.Texts(_column);
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is { } id && _wanted.Contains(id) && _statuses.Of(statuses[row]) is { } attended)
            {
                _attended[id] = attended;
            }
        }
    }
}
