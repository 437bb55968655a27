using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>
/// SRReferralIn, then SRReferralAllocation → the teams that have an open referral of some persons at the month's end: an allocation that holds,
/// to a referral that is open (calculations.md 2 and 11). An allocation that names no referral is one to any that the person has open.
/// </summary>
internal sealed class OpenReferrals(MonthlyContext context, bool[] wanted) : ITableReader
{
    private readonly Dictionary<int, HashSet<long>> _open = [];
    private readonly Dictionary<int, HashSet<int>> _teams = [];

    public string Table => "SRReferralIn";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("DateReferral", ColumnType.DateTime),
        new("DateEvent", ColumnType.DateTime),
        new("DateDischarge", ColumnType.DateTime),
    ];

    /// <summary>To be read after the referrals.</summary>
    public ITableReader Allocations => new AllocationReader(this);

    /// <summary>Names of the teams, or their codes while the name has not arrived.</summary>
    public IEnumerable<string> TeamsOf(int person)
    {
        var names = context.Population.Allocations.Teams;
        return _teams.TryGetValue(person, out var teams) ? teams.Select(team => names.Name(team) ?? names.Code(team)) : [];
    }

    private DateOnly AsOf => context.AsOf;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var referrals = rows.Times("DateReferral");
        var events = rows.Times("DateEvent");
        var discharges = rows.Times("DateDischarge");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = Find(patients[row]);
            if (person >= 0 && ids[row] is { } id && (referrals[row] ?? events[row]) is { } since
                && DateOnly.FromDateTime(since) <= AsOf && discharges[row].DayOrNever() > AsOf)
            {
                Of(_open, person).Add(id);
            }
        }
    }

    private static HashSet<T> Of<T>(Dictionary<int, HashSet<T>> sets, int person)
    {
        if (!sets.TryGetValue(person, out var set))
        {
            sets[person] = set = [];
        }

        return set;
    }

    /// <summary>Number of a person who is wanted, or -1.</summary>
    private int Find(long? patient) => context.Population.People.Find(patient) is var person && person >= 0 && wanted[person] ? person : -1;

    private void AddTeam(int person, long? referral, long team)
    {
        if (_open.TryGetValue(person, out var open) && (referral is not { } id || open.Contains(id)))
        {
            Of(_teams, person).Add(context.Population.Allocations.Teams.Find(team));
        }
    }

    private sealed class AllocationReader(OpenReferrals referrals) : ITableReader
    {
        public string Table => "SRReferralAllocation";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [
            new("IDPatient", ColumnType.Integer),
            new("IDReferralIn", ColumnType.Integer),
            new("IDTeam", ColumnType.Integer),
            new("DateStart", ColumnType.DateTime),
            new("DateEnd", ColumnType.DateTime),
            new("DateDeleted", ColumnType.DateTime),
        ];

        public void Read(ColumnSet rows)
        {
            var patients = rows.Integers("IDPatient");
            var ids = rows.Integers("IDReferralIn");
            var teams = rows.Integers("IDTeam");
            var starts = rows.Times("DateStart");
            var ends = rows.Times("DateEnd");
            var deletions = rows.Times("DateDeleted");
            for (var row = 0; row < rows.RowCount; row++)
            {
                var person = referrals.Find(patients[row]);
                if (person >= 0 && teams[row] is { } team && deletions[row] is null
                    && starts[row].DayOrAlways() <= referrals.AsOf && ends[row].DayOrNever() > referrals.AsOf)
                {
                    referrals.AddTeam(person, ids[row], team);
                }
            }
        }
    }
}
