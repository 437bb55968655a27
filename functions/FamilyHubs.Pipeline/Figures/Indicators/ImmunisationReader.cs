using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>SRImmunisationContent and SRImmunisation → the doses given of the contents that indicators list.</summary>
internal sealed class ImmunisationReader(PersonRegister people, IReadOnlyList<IndicatorDefinition> indicators) : ITableReader
{
    private readonly PersonRegister _people = people;
    private readonly Dictionary<string, bool> _listed =
        TextMeanings.Of(indicators.SelectMany(indicator => indicator.Source.Doses ?? []).SelectMany(doses => doses.Contents), true);

    private readonly Dictionary<string, HashSet<long>> _contents = new(FieldText.Comparer);
    private readonly HashSet<long> _ids = [];
    private readonly PersonRows<DoseGiven>.Builder _doses = new();
    private long _checked;
    private long _undated;

    public string Table => "SRImmunisationContent";

    public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("Content", ColumnType.Text)];

    /// <summary>To be read after the contents.</summary>
    public ITableReader Doses => new DoseReader(this);

    public Finding Undated => new(FindingRules.NoDate, "SRImmunisation", _undated, _checked);

    /// <summary>Ids of the vaccines with any of some contents.</summary>
    public HashSet<long> ContentsOf(ImmunisationDoses doses) =>
        [.. doses.Contents.SelectMany(content => _contents.TryGetValue(content, out var ids) ? ids : [])];

    /// <summary>To be called when the tables have been read.</summary>
    public PersonRows<DoseGiven> Build() => _doses.Build(_people.Count);

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var contents = rows.Texts("Content");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is not { } id || contents[row] is not { } content || !_listed.ContainsKey(content))
            {
                continue;
            }

            if (!_contents.TryGetValue(content, out var known))
            {
                _contents[content] = known = [];
            }

            known.Add(id);
            _ids.Add(id);
        }
    }

    private void Add(int person, long content, DateTime? at, string? dose)
    {
        _checked++;
        if (at is { } time)
        {
            _doses.Add(person, new DoseGiven(DateOnly.FromDateTime(time), content, dose));
        }
        else
        {
            _undated++;
        }
    }

    private sealed class DoseReader(ImmunisationReader contents) : ITableReader
    {
        public string Table => "SRImmunisation";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [
            new("IDPatient", ColumnType.Integer),
            new("IDImmunisationContent", ColumnType.Integer),
            new("DateEvent", ColumnType.DateTime),
            new("Dose", ColumnType.Text),
        ];

        public void Read(ColumnSet rows)
        {
            var patients = rows.Integers("IDPatient");
            var given = rows.Integers("IDImmunisationContent");
            var events = rows.Times("DateEvent");
            var doses = rows.Texts("Dose");
            for (var row = 0; row < rows.RowCount; row++)
            {
                var person = contents._people.Find(patients[row]);
                if (person >= 0 && given[row] is { } content && contents._ids.Contains(content))
                {
                    contents.Add(person, content, events[row], doses[row]);
                }
            }
        }
    }
}
