using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>SRPatient → whose NHS number passes Modulus 11. The number itself is not kept (extracts.md 6), only whether it passed.</summary>
internal sealed class NhsNumberReader(PersonRegister people) : ITableReader
{
    private readonly bool?[] _valid = new bool?[people.Count];

    public string Table => "SRPatient";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [new("RowIdentifier", ColumnType.Integer), new(nameof(DerivedColumn.NHSNumberValid), ColumnType.Boolean)];

    /// <summary>Null for a person without number.</summary>
    public bool? IsValid(int person) => _valid[person];

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var valid = rows.Booleans(nameof(DerivedColumn.NHSNumberValid));
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(ids[row]);
            if (person >= 0)
            {
                _valid[person] = valid[row];
            }
        }
    }
}
