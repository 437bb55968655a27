using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.People;

/// <summary>
/// Everyone who has a record (SRPatient), numbered from 0 in the order of the table. Says who is out at a day (calculations.md 2);
/// those who are out keep their number, since a mother who died remains the mother.
/// </summary>
public sealed class PersonRegister
{
    private readonly PersonNumbers _ids = new();
    private readonly List<DateOnly> _births = [];
    private readonly List<DateOnly> _deaths = [];
    private readonly List<bool> _excluded = [];

    internal PersonRegister()
    {
    }

    /// <summary>Number of persons, out or not.</summary>
    public int Count => _ids.Count;

    /// <summary>Reads SRPatient, SRNDOptOutPreference and SRPatientRemovedByContentFilter.</summary>
    public static async Task<PersonRegister> LoadAsync(IExtractTables tables, CancellationToken cancel)
    {
        var register = new PersonRegister();
        await TableScan.RunAsync(
            tables,
            [
                new PatientReader(register),
                new ExclusionReader(register, "SRNDOptOutPreference"),
                new ExclusionReader(register, "SRPatientRemovedByContentFilter"),
            ],
            cancel).ConfigureAwait(false);
        return register;
    }

    /// <summary>The number of the person with that record, or -1: the row belongs to nobody.</summary>
    public int Find(long? patient) => patient is { } id ? _ids.Find(id) : -1;

    /// <summary>SystmOne record id (SRPatient.RowIdentifier).</summary>
    public long Id(int person) => _ids[person];

    /// <summary>Day of birth, or null when it is not recorded.</summary>
    public DateOnly? Birth(int person) => _births[person] == DateOnly.MinValue ? null : _births[person];

    /// <summary>Day of death, or null.</summary>
    public DateOnly? Death(int person) => _deaths[person] == DateOnly.MaxValue ? null : _deaths[person];

    /// <summary>True for a test patient, and for one who opted out or was removed by the content filter: out at any day.</summary>
    public bool IsExcluded(int person) => _excluded[person];

    /// <summary>True for a test patient, one who opted out or was removed by the content filter, who died by that day or was born after it.</summary>
    public bool IsOut(int person, DateOnly at) => _excluded[person] || _deaths[person] <= at || _births[person] > at;

    /// <summary>At <paramref name="at"/> not yet <paramref name="years"/> old; false without a date of birth: such a person counts as an adult.</summary>
    public bool IsUnder(int years, int person, DateOnly at) => Age.IsUnder(years, _births[person], at);

    internal void Add(long id, DateTime? birth, DateTime? death, bool test)
    {
        if (!_ids.TryAdd(id))
        {
            throw new InvalidOperationException("Table SRPatient gives a record twice. Records visible to several organisations are given once.");
        }

        // No date of birth is kept as the first day there is: never under age, never born later.
        _births.Add(birth is { } b ? DateOnly.FromDateTime(b) : DateOnly.MinValue);
        _deaths.Add(death is { } d ? DateOnly.FromDateTime(d) : DateOnly.MaxValue);
        _excluded.Add(test);
    }

    internal void Exclude(long? patient)
    {
        var person = Find(patient);
        if (person >= 0)
        {
            _excluded[person] = true;
        }
    }

    private sealed class PatientReader(PersonRegister register) : ITableReader
    {
        public string Table => "SRPatient";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [
            new("RowIdentifier", ColumnType.Integer),
            new("DateBirth", ColumnType.DateTime),
            new("DateDeath", ColumnType.DateTime),
            new("TestPatient", ColumnType.Boolean),
        ];

        public void Read(ColumnSet rows)
        {
            var ids = rows.Integers("RowIdentifier");
            var births = rows.Times("DateBirth");
            var deaths = rows.Times("DateDeath");
            var tests = rows.Booleans("TestPatient");
            for (var row = 0; row < rows.RowCount; row++)
            {
                if (ids[row] is { } id)
                {
                    register.Add(id, births[row], deaths[row], tests[row] ?? false);
                }
            }
        }
    }

    private sealed class ExclusionReader(PersonRegister register, string table) : ITableReader
    {
        public string Table => table;

        public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("IDPatient", ColumnType.Integer)];

        public void Read(ColumnSet rows)
        {
            var patients = rows.Integers("IDPatient");
            for (var row = 0; row < rows.RowCount; row++)
            {
                register.Exclude(patients[row]);
            }
        }
    }
}
