using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRCode → the records that start or end a group.</summary>
internal sealed class CodedGroupReader(PersonRegister people, GroupDefinitions definitions) : ITableReader
{
    private readonly TextLookup<CodedMeaning> _meanings = new(definitions.Codes);
    private long _checked;
    private long _undated;

    public PersonRows<CodedMark>.Builder Marks { get; } = new();

    public string Table => "SRCode";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("CTV3Code", ColumnType.Text),
        new("DateEvent", ColumnType.DateTime),
    ];

    public Finding Undated => new(FindingRules.NoDate, Table, _undated, _checked);

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var codes = rows.Texts("CTV3Code").Values;
        var events = rows.Times("DateEvent");
        for (var row = 0; row < codes.Length; row++)
        {
            if (_meanings.Find(codes[row]) is not { } meaning)
            {
                continue;
            }

            var person = people.Find(patients[row]);
            if (person < 0)
            {
                continue;
            }

            _checked++;
            if (events[row] is { } at)
            {
                Marks.Add(person, new CodedMark(at, ids[row] ?? 0, meaning));
            }
            else
            {
                _undated++;
            }
        }
    }
}
