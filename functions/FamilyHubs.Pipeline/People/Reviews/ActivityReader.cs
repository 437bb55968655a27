using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>SRActivityEvent → signals of reviews.</summary>
internal sealed class ActivityReader(PersonRegister people, ActivityOptions options, ReviewSignals signals, DateOnly asOf) : ITableReader
{
    private long _checked;
    private long _undated;

    public string Table => "SRActivityEvent";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("IDPatient", ColumnType.Integer),
        new("DateEvent", ColumnType.DateTime),
        new("EventDetails", ColumnType.Text),
        new("IDEvent", ColumnType.Integer),
    ];

    public IEnumerable<Finding> Findings =>
    [
        new(FindingRules.NoDate, Table, _undated, _checked),
        new(FindingRules.UnmappedListValue, Table, options.Unmapped, options.Checked),
    ];

    public void Read(ColumnSet rows)
    {
        var patients = rows.Integers("IDPatient");
        var times = rows.Times("DateEvent");
        var details = rows.Texts("EventDetails");
        var events = rows.Integers("IDEvent");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var types = options.TypesOf(details[row]);
            if (types == 0)
            {
                continue;
            }

            var person = people.Find(patients[row]);
            if (person < 0 || people.IsExcluded(person))
            {
                continue;
            }

            _checked++;
            if (times[row] is not { } at)
            {
                _undated++;
            }
            else if (DateOnly.FromDateTime(at) is var day && day <= asOf)
            {
                signals.Add(person, types, day, events[row]);
            }
        }
    }
}
