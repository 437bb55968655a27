namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>A random small extract of <see cref="SmallArea"/> in which every edge of the rules is likely: days cluster around the reference day.</summary>
internal sealed class RandomArea(int seed)
{
    private readonly Random _random = new(seed);
    private readonly NaiveExtract _rows = new();
    private long _nextRow = 1;
    private int _people;

    public NaiveExtract Generate()
    {
        _people = _random.Next(3, 28);
        _rows.Postcodes.AddRange([new("pA", "A"), new("pB", "B"), new("pC", "C"), new("pZ", "Z"), new("pE", null)]);
        _rows.Mapping.AddRange([new(2001, "Home"), new(2002, "Did Not Attend"), new(2003, "Mother"), new(2004, "Finished")]);
        _rows.Options.AddRange([new(3001, "Video consultation"), new(3002, "Letter"), new(2002, "Telephone")]);
        _rows.Templates.AddRange([new(500, "Priority groups V3 "), new(501, "Weight"), new(502, "Priority Groups v3")]);
        _rows.Teams.AddRange([new(11, "Team North"), new(12, "Team South"), new(9, "Team North")]);
        for (var person = 1; person <= _people; person++)
        {
            AddPerson(person);
        }

        Times(_people / 8, () => _rows.OptOuts.Add(new(Somebody())));
        Times(_people / 8, () => _rows.Filtered.Add(new(Somebody())));
        Times(_people, () => _rows.Relationships.Add(new(
            Somebody(), Somebody(), OneOf("Mother", "2003", " father", "Aunt", null), Perhaps(Edge()), Perhaps(Edge()), Flag(), Flag())));
        Times(_people * 2, () => _rows.PatientGroups.Add(new(Somebody(), OneOf("Looked After Child", " LOOKED after child ", "Other", null), Perhaps(Edge()), Perhaps(Edge()))));
        Times(_people * 2, () => _rows.AtRisk.Add(new(Somebody(), Flag(), Perhaps(Edge()), Perhaps(Edge()))));
        Times(_people, () => _rows.Estart.Add(new(Somebody(), OneOf("Lone Parent", "lone parent ", "BME", null), PerhapsDay(), PerhapsDay())));
        Times(_people * 8, AddCode);
        Times(_people * 4, AddEvent);
        return _rows;
    }

    private void AddPerson(long person)
    {
        // Twins: some share the birth of the person before.
        var birth = _random.Next(5) == 0 && _rows.Patients.Count > 0 ? _rows.Patients[^1].DateBirth
            : OneOf<DateTime?>(null, Edge(), Edge(years: 5), Edge(years: 18), Edge(years: 2), Edge(years: 30), new DateTime(2016, 2, 29));
        _rows.Patients.Add(new(person, birth, _random.Next(6) == 0 ? Edge() : null, _random.Next(12) == 0 ? true : OneOf<bool?>(null, false)));
        Times(_random.Next(4), () => _rows.Addresses.Add(new(
            NextRow(), person, _random.Next(5) == 0 ? null : Edge(years: _random.Next(2)), Perhaps(Edge()), OneOf(null, "Home", " home", "2001", "9999", "Temporary"), OneOf("pA", "pA", "pB", "pC", "pZ", "pE", "pNowhere", null))));
        Times(_random.Next(3), () => _rows.Allocations.Add(new(
            NextRow(), person, OneOf<long?>(11, 12, 13, 9, null), Perhaps(Edge()), Perhaps(Edge()), _random.Next(5) == 0 ? Edge() : null, Flag())));
    }

    private void AddCode()
    {
        var code = OneOf("S1", "E1", "S2", "S2", "E2", "S5a", "S5b", "E5", "S5c", "E5c", "S6", "s1", null);
        var row = NextRow();
        _rows.Codes.Add(new(row, Somebody(), code, _random.Next(9) == 0 ? null : code == "S2" ? Edge(years: 2) : Edge(), OneOf<long?>(null, 500, 501, 502)));
        if (_random.Next(3) == 0)
        {
            _rows.TemplateLinks.Add(new(row, OneOf<long?>(null, 500, 501, 502)));
        }
    }

    private void AddEvent()
    {
        var row = NextRow();
        _rows.Events.Add(new(row, Somebody(), Perhaps(Edge()), OneOf("Face to face", " TELEPHONE", "3001", "3002", "2002", "Letter", "Pigeon", "77", null)));
        Times(_random.Next(3), () => _rows.EventLinks.Add(new(row, OneOf<long?>(null, 1, 2, 3, 4, 9), OneOf<long?>(null, 1, 2, 3, 4, 9))));
        if (_rows.Visits.Count == 0)
        {
            _rows.Visits.AddRange([new(1, "Finished"), new(2, "No access visit "), new(3, "Strange"), new(4, null)]);
            _rows.Appointments.AddRange([new(1, "Arrived"), new(2, "2002"), new(3, "2004"), new(4, "8888")]);
        }
    }

    /// <summary>Mostly within days of the reference day, so many years before; sometimes with a time of day.</summary>
    private DateTime Edge(int years = 0) => SmallArea.AsOf.AddYears(-years).ToDateTime(TimeOnly.MinValue)
        .AddDays(_random.Next(-9, 3))
        .AddHours(OneOf(0, 0, 12, 23));

    private DateTime? Perhaps(DateTime time) => _random.Next(3) == 0 ? null : time;

    private DateOnly? PerhapsDay() => Perhaps(Edge()) is { } time ? DateOnly.FromDateTime(time) : null;

    private bool? Flag() => OneOf<bool?>(null, false, true, true);

    /// <summary>Now and then nobody.</summary>
    private long? Somebody() => _random.Next(20) == 0 ? OneOf<long?>(null, 999) : _random.Next(1, _people + 1);

    /// <summary>Rows are numbered upwards with gaps and backwards jumps, so that their order as text or by arrival is not that as numbers.</summary>
    private long NextRow()
    {
        _nextRow++;
        return _nextRow % 2 == 0 ? _nextRow : 5_000 - _nextRow;
    }

    private T OneOf<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    private static void Times(int count, Action act)
    {
        for (var i = 0; i < count; i++)
        {
            act();
        }
    }
}
