using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.People;

/// <summary>The area's postcodes by their key (extracts.md 6): district, LSOA and deprivation quintile. A newer reference applies to all history.</summary>
public sealed class PostcodeReference
{
    private readonly Dictionary<string, int> _numbers = new(PostcodeKeyComparer.Instance);
    private readonly List<(string? District, string? Lsoa, int? Quintile)> _rows = [];

    private PostcodeReference()
    {
    }

    /// <summary>Reads the table Postcodes.</summary>
    public static async Task<PostcodeReference> LoadAsync(IExtractTables tables, CancellationToken cancel)
    {
        var reference = new PostcodeReference();
        await TableScan.RunAsync(tables, [new Reader(reference)], cancel).ConfigureAwait(false);
        return reference;
    }

    /// <summary>Number of the postcode with that key, or -1 when the reference does not have it.</summary>
    public int Find(string? key) => key is not null && _numbers.TryGetValue(key, out var postcode) ? postcode : -1;

    /// <summary>Code of the district; null when the reference leaves it empty.</summary>
    public string? District(int postcode) => _rows[postcode].District;

    public string? Lsoa(int postcode) => _rows[postcode].Lsoa;

    /// <summary>Deprivation quintile, 1 = most deprived.</summary>
    public int? Quintile(int postcode) => _rows[postcode].Quintile;

    private sealed class Reader(PostcodeReference reference) : ITableReader
    {
        public string Table => "Postcodes";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [
            new("PostcodeKey", ColumnType.Text),
            new("District", ColumnType.Text),
            new("Lsoa", ColumnType.Text),
            new("ImdQuintile", ColumnType.Integer),
        ];

        public void Read(ColumnSet rows)
        {
            var keys = rows.Texts("PostcodeKey");
            var districts = rows.Texts("District");
            var lsoas = rows.Texts("Lsoa");
            var quintiles = rows.Integers("ImdQuintile");
            for (var row = 0; row < rows.RowCount; row++)
            {
                if (keys[row] is { } key && reference._numbers.TryAdd(key, reference._rows.Count))
                {
                    reference._rows.Add((districts[row], lsoas[row], (int?)quintiles[row]));
                }
            }
        }
    }
}
