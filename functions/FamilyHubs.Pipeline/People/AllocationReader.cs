using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRReferralAllocation, with the names of SRTeam → <see cref="Allocations"/>.</summary>
internal sealed class AllocationReader(PersonRegister people) : ITableReader
{
    private readonly PersonRows<AllocationSpell>.Builder _spells = new();
    private readonly HashSet<long> _teams = [];
    private readonly NameReader _names = new();

    public string Table => "SRReferralAllocation";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("IDTeam", ColumnType.Integer),
        new("DateStart", ColumnType.DateTime),
        new("DateEnd", ColumnType.DateTime),
        new("DateDeleted", ColumnType.DateTime),
        new("IsKeyTeam", ColumnType.Boolean),
    ];

    /// <summary>Reads the names of the teams.</summary>
    public ITableReader TeamNames => _names;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var teams = rows.Integers("IDTeam");
        var starts = rows.Times("DateStart");
        var ends = rows.Times("DateEnd");
        var deletions = rows.Times("DateDeleted");
        var keys = rows.Booleans("IsKeyTeam");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(patients[row]);
            if (person >= 0 && teams[row] is { } team && deletions[row] is null)
            {
                _teams.Add(team);
                _spells.Add(
                    person,
                    new AllocationSpell(keys[row] ?? false, starts[row] ?? DateTime.MinValue, ends[row].DayOrNever(), ids[row] ?? 0, team));
            }
        }
    }

    public Allocations Build() => new(_spells.Build(people.Count), new Teams(_teams, _names.Names));

    private sealed class NameReader : ITableReader
    {
        public Dictionary<long, string?> Names { get; } = [];

        public string Table => "SRTeam";

        public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("TeamName", ColumnType.Text)];

        public void Read(ColumnSet rows)
        {
            var ids = rows.Integers("RowIdentifier");
            var names = rows.Texts("TeamName");
            for (var row = 0; row < rows.RowCount; row++)
            {
                if (ids[row] is { } id)
                {
                    Names[id] = names[row];
                }
            }
        }
    }
}
