namespace FamilyHubs.Pipeline.Columns;

/// <summary>The columns of a table in order, and those that identify a row.</summary>
public sealed class TableSchema
{
    private readonly Dictionary<string, int> _positions;

    /// <param name="name">Name of the table, e.g. <c>SRCode</c>.</param>
    /// <param name="columns">Columns in file order; names are unique.</param>
    /// <param name="key">Names of the columns that identify a row; empty when rows have no identity (extracts.md 3).</param>
    public TableSchema(string name, IEnumerable<ColumnDefinition> columns, IEnumerable<string> key)
    {
        Name = name;
        Columns = [.. columns];
        Key = [.. key];
        _positions = new Dictionary<string, int>(Columns.Count, StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (!_positions.TryAdd(column.Name, _positions.Count))
            {
                throw new ArgumentException($"Table {name} has the column {column.Name} twice.", nameof(columns));
            }
        }

        foreach (var column in Key)
        {
            if (!_positions.ContainsKey(column))
            {
                throw new ArgumentException($"Table {name} has no column {column}, which its key names.", nameof(key));
            }
        }
    }

    public string Name { get; }

    public IReadOnlyList<ColumnDefinition> Columns { get; }

    public IReadOnlyList<string> Key { get; }

    /// <summary>Position of a column, or -1.</summary>
    public int IndexOf(string column) => _positions.GetValueOrDefault(column, -1);

    /// <summary>The same table with only <paramref name="columns"/>, in their order; the key is kept as far as its columns are.</summary>
    public TableSchema Select(IEnumerable<string> columns)
    {
        List<ColumnDefinition> selected = [];
        foreach (var column in columns)
        {
            var index = IndexOf(column);
            selected.Add(index >= 0 ? Columns[index] : throw new ArgumentException($"Table {Name} has no column {column}.", nameof(columns)));
        }

        return new TableSchema(Name, selected, Key.Where(k => selected.Exists(c => c.Name == k)));
    }
}
