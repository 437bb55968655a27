using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>SREvent → contacts by a mode that counts, attended or not.</summary>
internal sealed class ContactReader : ITableReader
{
    private readonly PersonRegister _people;
    private readonly DateOnly[] _since;
    private readonly DateOnly _first;
    private readonly DateOnly _to;
    private readonly ListColumn<bool> _modes;
    private readonly List<Contact> _contacts = [];
    private long _checked;
    private long _undated;

    /// <param name="since">For each person the first day whose contacts are wanted; <see cref="DateOnly.MaxValue"/> for none.</param>
    /// <param name="to">Last day.</param>
    /// <param name="settings">All modes that the profile knows.</param>
    /// <param name="modes">Names of the modes that count.</param>
    public ContactReader(PersonRegister people, ListTexts lists, DateOnly[] since, DateOnly to, ContactSettings settings, IReadOnlyList<string> modes)
    {
        (_people, _since, _to) = (people, since, to);
        _first = since.Length == 0 ? DateOnly.MaxValue : since.Min();
        var meanings = new Dictionary<string, bool>(FieldText.Comparer);
        foreach (var (mode, texts) in settings.Modes)
        {
            meanings.AddAll(texts, modes.Contains(mode, StringComparer.Ordinal));
        }

        _modes = new ListColumn<bool>(lists, ListKind.Configured, meanings);
    }

    public string Table => "SREvent";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("DateEvent", ColumnType.DateTime),
        new("ContactMethod", ColumnType.Text),
    ];

    public IReadOnlyList<Contact> Contacts => _contacts;

    public IEnumerable<Finding> Findings =>
    [
        new(FindingRules.NoDate, Table, _undated, _checked),
        new(FindingRules.NoMode, Table, _modes.Empty, _modes.Checked),
        new(FindingRules.UnknownMode, Table, _modes.Unknown, _modes.Checked),
        new(FindingRules.UnmappedListValue, Table, _modes.Unmapped, _modes.Checked),
    ];

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var events = rows.Times("DateEvent");
        var modes = rows.Texts("ContactMethod");
        for (var row = 0; row < rows.RowCount; row++)
        {
            DateOnly? day = events[row] is { } at ? DateOnly.FromDateTime(at) : null;
            if (day < _first || day > _to)
            {
                continue;
            }

            var person = _people.Find(patients[row]);
            if (person < 0 || _since[person] == DateOnly.MaxValue || day < _since[person] || ids[row] is not { } id)
            {
                continue;
            }

            _checked++;
            if (day is null)
            {
                _undated++;
            }
            else if (_modes.Of(modes[row]) is true)
            {
                _contacts.Add(new Contact(id, person, day.Value));
            }
        }
    }
}
