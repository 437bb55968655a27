using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>Any table with persons and a date → records dated before the person's birth, which is impossible.</summary>
internal sealed class BirthReader : ITableReader
{
    private readonly PersonRegister _people;
    private readonly DateOnly _asOf;
    private readonly QualityRule _rule;
    private readonly bool _hasTime;
    private long _checked;
    private long _failed;

    /// <param name="contract">A table with the column IDPatient.</param>
    /// <param name="rule">A rule of the kind <see cref="QualityKind.NotBeforeBirth"/>.</param>
    public BirthReader(PersonRegister people, DateOnly asOf, TableContract contract, QualityRule rule)
    {
        (_people, _asOf, _rule, Table) = (people, asOf, rule, contract.Table);
        var column = contract.LakeSchema.Columns[contract.LakeSchema.IndexOf(rule.Column)];
        _hasTime = column.Type == ColumnType.DateTime;
        Columns = [new("IDPatient", ColumnType.Integer), column];
    }

    public string Table { get; }

    public IReadOnlyList<ColumnDefinition> Columns { get; }

    public Finding Finding => new(_rule.Id, Table, _failed, _checked);

    /// <summary>A reader for each such rule.</summary>
    public static IReadOnlyList<BirthReader> All(ContractCatalog contracts, PersonRegister people, DateOnly asOf) =>
    [
        .. contracts.ExtractTables
            .Where(contract => contract.LakeSchema.IndexOf("IDPatient") >= 0)
            .SelectMany(contract => contract.Quality
                .Where(rule => rule.Kind == QualityKind.NotBeforeBirth && contract.LakeSchema.IndexOf(rule.Column) >= 0)
                .Select(rule => new BirthReader(people, asOf, contract, rule))),
    ];

    public void Read(ColumnSet rows)
    {
        var patients = rows.Integers("IDPatient");
        var times = _hasTime ? rows.Times(_rule.Column) : null;
        var days = _hasTime ? null : rows.Dates(_rule.Column);
        for (var row = 0; row < rows.RowCount; row++)
        {
            var day = times is null ? days![row] : times[row] is { } time ? DateOnly.FromDateTime(time) : null;
            var person = _people.Find(patients[row]);
            if (day is { } dated && dated <= _asOf && person >= 0 && _people.Birth(person) is { } birth)
            {
                _checked++;
                _failed += dated < birth ? 1 : 0;
            }
        }
    }
}
