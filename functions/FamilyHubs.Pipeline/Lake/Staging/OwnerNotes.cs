using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>Remembers which values of an owner's column are among staged rows: organisations, or files.</summary>
/// <param name="schema">Schema of the rows.</param>
/// <param name="column">The column; a table that lacks it has no owners.</param>
internal sealed class OwnerNotes(TableSchema schema, string column)
{
    private readonly int _index = schema.IndexOf(column);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    /// <summary>The values; an empty cell counts as an owner without a name.</summary>
    public IReadOnlySet<string> Values => _values;

    public void Add(ColumnSet rows)
    {
        if (_index < 0)
        {
            return;
        }

        string? last = null;
        var first = true;
        foreach (var owner in ((TextColumn)rows.Columns[_index]).Values)
        {
            if (first || !ReferenceEquals(owner, last))
            {
                _values.Add(owner ?? string.Empty);
                last = owner;
                first = false;
            }
        }
    }
}
