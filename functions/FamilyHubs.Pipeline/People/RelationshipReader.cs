using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRPatientRelationship → <see cref="Relationships"/>.</summary>
internal sealed class RelationshipReader : ITableReader
{
    private readonly PersonRegister _people;
    private readonly PersonRows<ParentLink>.Builder _links = new();
    private readonly ListColumn<(bool Parent, bool Mother)> _types;

    public RelationshipReader(PersonRegister people, Profile profile, ListTexts lists)
    {
        _people = people;
        var mothers = TextMeanings.Of(profile.MotherTypes, true);
        var meanings = new Dictionary<string, (bool Parent, bool Mother)>(FieldText.Comparer);
        foreach (var type in profile.ParentTypes)
        {
            meanings[type] = (true, mothers.ContainsKey(type));
        }

        _types = new ListColumn<(bool Parent, bool Mother)>(lists, ListKind.Static, meanings);
    }

    public string Table => "SRPatientRelationship";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("IDPatient", ColumnType.Integer),
        new("IDPatientRelationshipWith", ColumnType.Integer),
        new("RelationshipType", ColumnType.Text),
        new("DateEvent", ColumnType.DateTime),
        new("DateEnded", ColumnType.DateTime),
        new("HasParentalResponsibility", ColumnType.Boolean),
        new("PrincipalCarerForPatient", ColumnType.Boolean),
    ];

    public IEnumerable<Finding> Findings => [new(FindingRules.UnmappedListValue, Table, _types.Unmapped, _types.Checked)];

    public void Read(ColumnSet rows)
    {
        var children = rows.Integers("IDPatient");
        var others = rows.Integers("IDPatientRelationshipWith");
        var types = rows.Texts("RelationshipType");
        var events = rows.Times("DateEvent");
        var ends = rows.Times("DateEnded");
        var responsible = rows.Booleans("HasParentalResponsibility");
        var carers = rows.Booleans("PrincipalCarerForPatient");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var child = _people.Find(children[row]);
            var parent = _people.Find(others[row]);
            if (child < 0 || parent < 0 || child == parent)
            {
                continue;
            }

            var type = _types.Of(types[row]) ?? default;
            var isCarer = carers[row] ?? false;
            if (type.Parent || isCarer || (responsible[row] ?? false))
            {
                _links.Add(child, new ParentLink(parent, events[row].DayOrAlways(), ends[row].DayOrNever(), type.Mother, isCarer));
            }
        }
    }

    public Relationships Build() => new(_people, _links.Build(_people.Count));
}
