using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>
/// SRCode and SRCodeTemplateLink → the days of a week or month on which a person has a record from one of some templates (E19-34).
/// The codes come first: those of the period without such a template are kept until the links have been read.
/// </summary>
/// <param name="first">First day of the period.</param>
/// <param name="length">Its days, at most 31.</param>
internal sealed class TemplateCodeReader(PersonRegister people, IReadOnlySet<long> templates, DateOnly first, int length = 7) : ITableReader
{
    private readonly IReadOnlySet<long> _templates = templates;
    private readonly DateOnly _first = first;
    private readonly uint[] _days = new uint[people.Count];
    private readonly Dictionary<long, (int Person, uint Day)> _others = [];

    public string Table => "SRCode";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("DateEvent", ColumnType.DateTime),
        new("IDTemplate", ColumnType.Integer),
    ];

    /// <summary>To be read after the codes.</summary>
    public ITableReader Links => new LinkReader(this);

    /// <summary>True when the person has a record from a template on that day of the period.</summary>
    public bool Has(int person, DateOnly day) => (_days[person] & 1U << (day.DayNumber - _first.DayNumber)) != 0;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var events = rows.Times("DateEvent");
        var values = events.Values;
        var used = rows.Integers("IDTemplate");
        var from = _first.ToDateTime(TimeOnly.MinValue);
        var end = from.AddDays(length);
        for (var row = 0; row < values.Length; row++)
        {
            // An empty cell holds the first day there is, which is before any period.
            if (values[row] < from || values[row] >= end)
            {
                continue;
            }

            var person = people.Find(patients[row]);
            if (person < 0)
            {
                continue;
            }

            var day = 1U << (values[row] - from).Days;
            if (used[row] is { } template && _templates.Contains(template))
            {
                _days[person] |= day;
            }
            else if (ids[row] is { } id)
            {
                _others[id] = (person, day);
            }
        }
    }

    private sealed class LinkReader(TemplateCodeReader codes) : ITableReader
    {
        private readonly IReadOnlySet<long> _templates = codes._templates;

        public string Table => "SRCodeTemplateLink";

        public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("IDCode", ColumnType.Integer), new("IDTemplate", ColumnType.Integer)];

        public void Read(ColumnSet rows)
        {
            var ids = rows.Integers("IDCode");
            var used = rows.Integers("IDTemplate");
            for (var row = 0; row < rows.RowCount; row++)
            {
                if (ids[row] is { } id && used[row] is { } template && _templates.Contains(template)
                    && codes._others.TryGetValue(id, out var code))
                {
                    codes._days[code.Person] |= code.Day;
                }
            }
        }
    }
}
