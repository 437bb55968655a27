using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRPatientAddressHistory → <see cref="Homes"/>.</summary>
internal sealed class HomeReader(PersonRegister people, PostcodeReference postcodes, ListTexts lists) : ITableReader
{
    private readonly PersonRows<HomeSpell>.Builder _spells = new();
    private readonly ListColumn<bool> _types = new(lists, ListKind.Static, TextMeanings.Of(["Home"], true));
    private int[] _numbers = [];
    private long _checked;
    private long _undated;

    public string Table => "SRPatientAddressHistory";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("DateEvent", ColumnType.DateTime),
        new("DateTo", ColumnType.DateTime),
        new("AddressType", ColumnType.Text),
        new("PostcodeKey", ColumnType.Text),
    ];

    public IEnumerable<Finding> Findings =>
    [
        new(FindingRules.NoDate, Table, _undated, _checked),
        new(FindingRules.UnmappedListValue, Table, _types.Unmapped, _types.Checked),
    ];

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var events = rows.Times("DateEvent");
        var ends = rows.Times("DateTo");
        var types = rows.Texts("AddressType");
        FindPostcodes(rows.Texts("PostcodeKey").Values);
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(patients[row]);
            if (person < 0 || !(string.IsNullOrWhiteSpace(types[row]) || _types.Of(types[row]) is true))
            {
                continue;
            }

            _checked++;
            if (events[row] is { } since)
            {
                _spells.Add(person, new HomeSpell(since, ends[row].DayOrNever(), ids[row] ?? 0, _numbers[row]));
            }
            else
            {
                _undated++;
            }
        }
    }

    /// <summary>Look-ups in a loop of their own wait for memory together, which halves the time of the table.</summary>
    private void FindPostcodes(ReadOnlySpan<string?> keys)
    {
        if (_numbers.Length < keys.Length)
        {
            _numbers = new int[keys.Length];
        }

        for (var row = 0; row < keys.Length; row++)
        {
            _numbers[row] = postcodes.Find(keys[row]);
        }
    }

    public Homes Build() => new(_spells.Build(people.Count));
}
