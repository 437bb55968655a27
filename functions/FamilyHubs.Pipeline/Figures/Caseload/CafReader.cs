using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>CafReturns → the e-CAF counts of a month by role, levels together, and the refusals of consent (extracts.md 5, C17-04, C17-05, C17-10).</summary>
internal sealed class CafReader(Geography geography, Month month) : ITableReader
{
    private static readonly string[] Roles = ["lead", "contribute"];

    private readonly string _month = month.ToString();
    private readonly Dictionary<string, TeamNumbers> _roles = new(FieldText.Comparer);

    public string Table => "CafReturns";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("Month", ColumnType.Text),
        new("Team", ColumnType.Text),
        new("Role", ColumnType.Text),
        new("Count", ColumnType.Integer),
        new("ConsentRefused", ColumnType.Integer),
    ];

    public TeamNumbers ConsentRefused { get; } = new(geography);

    /// <summary>Rows of the month.</summary>
    public long Rows { get; private set; }

    /// <summary>Those of another role than lead and contribute.</summary>
    public long OtherRoles { get; private set; }

    /// <summary>The teams that the month's rows name.</summary>
    public HashSet<string> Teams { get; } = new(FieldText.Comparer);

    /// <summary>The counts of a role, lead or contribute.</summary>
    public TeamNumbers OfRole(string role) => _roles.TryGetValue(role, out var numbers) ? numbers : new TeamNumbers(geography);

    public void Read(ColumnSet rows)
    {
        var months = rows.Texts("Month");
        var teams = rows.Texts("Team");
        var roles = rows.Texts("Role");
        var counts = rows.Integers("Count");
        var refusals = rows.Integers("ConsentRefused");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (months[row] is not { } text || !FieldText.Equals(text, _month) || teams[row] is not { } team)
            {
                continue;
            }

            Teams.Add(team);
            Rows++;
            OtherRoles += roles[row] is { } named && Array.Exists(Roles, known => FieldText.Equals(known, named)) ? 0 : 1;
            if (roles[row] is { } role && counts[row] is { } count)
            {
                if (!_roles.TryGetValue(role, out var numbers))
                {
                    _roles[role] = numbers = new TeamNumbers(geography);
                }

                numbers.Add(team, count);
            }

            if (refusals[row] is { } refused)
            {
                ConsentRefused.Add(team, refused);
            }
        }
    }
}
