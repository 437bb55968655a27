using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRPatientGroups → groups by name.</summary>
internal sealed class PatientGroupReader(PersonRegister people, GroupDefinitions definitions, PersonRows<GroupSpell>.Builder spells) : ITableReader
{
    private long _checked;
    private long _undated;

    public string Table => "SRPatientGroups";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("IDPatient", ColumnType.Integer),
        new("Name", ColumnType.Text),
        new("DateEvent", ColumnType.DateTime),
        new("DateRemoved", ColumnType.DateTime),
    ];

    public Finding Undated => new(FindingRules.NoDate, Table, _undated, _checked);

    public void Read(ColumnSet rows)
    {
        var patients = rows.Integers("IDPatient");
        var names = rows.Texts("Name");
        var events = rows.Times("DateEvent");
        var removals = rows.Times("DateRemoved");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(patients[row]);
            if (person < 0 || names[row] is not { } name || !definitions.PatientGroupNames.TryGetValue(name, out var groups))
            {
                continue;
            }

            _checked++;
            if (events[row] is { } from)
            {
                spells.Add(person, new GroupSpell(DateOnly.FromDateTime(from), removals[row].DayOrNever(), groups));
            }
            else
            {
                _undated++;
            }
        }
    }
}
