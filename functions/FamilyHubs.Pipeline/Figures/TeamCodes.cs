using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>SRTeam → codes of teams by name: returns and the staffing reference name teams by name (calculations.md 2).</summary>
/// <param name="shown">Places of the report. Of several teams of one name the one that has a row is meant, then the one with the lowest id.</param>
public sealed class TeamCodes(IReadOnlyList<Place> shown) : ITableReader
{
    private readonly HashSet<string> _shown =
        [.. shown.Where(place => place.Level == Levels.Team).Select(place => place.Code)];

    private readonly Dictionary<string, long> _ids = new(FieldText.Comparer);

    public string Table => "SRTeam";

    public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("TeamName", ColumnType.Text)];

    /// <summary>SRTeam.RowIdentifier of the team with that name; null when there is none.</summary>
    public string? Find(string name) => _ids.TryGetValue(name, out var id) ? Code(id) : null;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var names = rows.Texts("TeamName");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is { } id && names[row] is { } name && (!_ids.TryGetValue(name, out var known) || Order(id).CompareTo(Order(known)) < 0))
            {
                _ids[name] = id;
            }
        }
    }

    private static string Code(long id) => id.ToString(CultureInfo.InvariantCulture);

    private (bool IsHidden, long Id) Order(long id) => (!_shown.Contains(Code(id)), id);
}
