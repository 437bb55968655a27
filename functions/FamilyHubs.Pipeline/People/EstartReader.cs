using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>EstartHistory, the groups kept in e-Start before SystmOne (extracts.md 5) → groups by name. To is exclusive.</summary>
internal sealed class EstartReader(PersonRegister people, GroupDefinitions definitions, PersonRows<GroupSpell>.Builder spells) : ITableReader
{
    private long _rows;
    private long _nobody;
    private long _checked;
    private long _undated;

    public string Table => "EstartHistory";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("PersonRef", ColumnType.Integer),
        new("Group", ColumnType.Text),
        new("From", ColumnType.Date),
        new("To", ColumnType.Date),
    ];

    public IEnumerable<Finding> Findings =>
    [
        new(FindingRules.NoSuchPerson, Table, _nobody, _rows),
        new(FindingRules.NoDate, Table, _undated, _checked),
    ];

    public void Read(ColumnSet rows)
    {
        var references = rows.Integers("PersonRef");
        var names = rows.Texts("Group");
        var starts = rows.Dates("From");
        var ends = rows.Dates("To");
        _rows += rows.RowCount;
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(references[row]);
            if (person < 0)
            {
                _nobody++;
                continue;
            }

            if (names[row] is not { } name || !definitions.EstartNames.TryGetValue(name, out var groups))
            {
                continue;
            }

            _checked++;
            if (starts[row] is { } from)
            {
                spells.Add(person, new GroupSpell(from, ends[row] ?? DateOnly.MaxValue, groups));
            }
            else
            {
                _undated++;
            }
        }
    }
}
