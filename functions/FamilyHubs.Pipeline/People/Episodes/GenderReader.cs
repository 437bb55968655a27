using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>SRPatient → gender of some persons.</summary>
internal sealed class GenderReader(PersonRegister people, ListTexts lists, IReadOnlySet<int> wanted) : ITableReader
{
    private readonly Dictionary<int, string> _genders = [];

    public string Table => "SRPatient";

    public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("Gender", ColumnType.Text)];

    /// <summary>The profile says F or M; a list may hold the letter or the whole word, and no two words begin with one letter.</summary>
    public bool Is(string gender, int person) =>
        _genders.TryGetValue(person, out var known) && known.StartsWith(gender, StringComparison.OrdinalIgnoreCase);

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var genders = rows.Texts("Gender");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(ids[row]);
            if (person >= 0 && wanted.Contains(person) && lists.Resolve(genders[row], ListKind.Static, out _) is { } gender)
            {
                _genders[person] = gender;
            }
        }
    }
}
