using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRPersonAtRisk with a protection plan → groups.</summary>
internal sealed class AtRiskReader(PersonRegister people, GroupDefinitions definitions, PersonRows<GroupSpell>.Builder spells) : ITableReader
{
    private long _checked;
    private long _undated;

    public string Table => "SRPersonAtRisk";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("IDPatient", ColumnType.Integer),
        new("ProtectionPlan", ColumnType.Boolean),
        new("DateAdded", ColumnType.DateTime),
        new("DateRemoved", ColumnType.DateTime),
    ];

    public Finding Undated => new(FindingRules.NoDate, Table, _undated, _checked);

    public void Read(ColumnSet rows)
    {
        var patients = rows.Integers("IDPatient");
        var plans = rows.Booleans("ProtectionPlan");
        var added = rows.Times("DateAdded");
        var removals = rows.Times("DateRemoved");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(patients[row]);
            if (person < 0 || plans[row] is not true)
            {
                continue;
            }

            _checked++;
            if (added[row] is { } from)
            {
                spells.Add(person, new GroupSpell(DateOnly.FromDateTime(from), removals[row].DayOrNever(), definitions.AtRisk));
            }
            else
            {
                _undated++;
            }
        }
    }
}
