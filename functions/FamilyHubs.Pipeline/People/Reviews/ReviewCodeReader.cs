using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>SRCode → signals of reviews, and what tells of their components.</summary>
internal sealed class ReviewCodeReader(PersonRegister people, ReviewDefinitions definitions, ReviewSignals signals, DateOnly asOf) : ITableReader
{
    private long _checked;
    private long _undated;

    public PersonRows<ComponentMark>.Builder Marks { get; } = new();

    public string Table => "SRCode";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("CTV3Code", ColumnType.Text),
        new("DateEvent", ColumnType.DateTime),
        new("IDEvent", ColumnType.Integer),
        new("IsNumeric", ColumnType.Boolean),
        new("NumericValue", ColumnType.Number),
    ];

    public Finding Undated => new(FindingRules.NoDate, Table, _undated, _checked);

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var codes = rows.Texts("CTV3Code").Values;
        var times = rows.Times("DateEvent");
        var events = rows.Integers("IDEvent");
        var numeric = rows.Booleans("IsNumeric");
        var values = rows.Numbers("NumericValue");
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] is not { } code || !definitions.Codes.TryGetValue(code, out var meaning))
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
                continue;
            }

            var day = DateOnly.FromDateTime(at);
            if (day > asOf)
            {
                continue;
            }

            signals.Add(person, meaning.Types, day, events[row]);
            if (meaning.IsComponent)
            {
                // The value is a placeholder unless the code is numeric (systmone.md, SRCode).
                var value = numeric[row] is true ? values[row] ?? double.NaN : double.NaN;
                Marks.Add(person, new ComponentMark(
                    at, ids[row] ?? 0, events[row] ?? ReviewSignal.NoEvent, meaning.Component, meaning.Domain, meaning.Status, value));
            }
        }
    }
}
