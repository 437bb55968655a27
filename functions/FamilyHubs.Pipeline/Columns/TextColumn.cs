namespace FamilyHubs.Pipeline.Columns;

/// <summary>
/// A column of texts. Producers share one string among equal cells where they can (see <see cref="TextPool"/>),
/// so that a code repeated a million times costs a reference a row.
/// </summary>
public sealed class TextColumn : Column
{
    private string?[] _values;

    public TextColumn(ColumnDefinition definition, int capacity = 0)
        : base(definition) => _values = capacity == 0 ? [] : new string?[capacity];

    /// <summary>One text a row; null where the cell is empty.</summary>
    public ReadOnlySpan<string?> Values => _values.AsSpan(0, Count);

    /// <summary>The values as memory, for writers that await.</summary>
    public ReadOnlyMemory<string?> Memory => _values.AsMemory(0, Count);

    public string? this[int row] => (uint)row < (uint)Count ? _values[row] : throw new ArgumentOutOfRangeException(nameof(row));

    public override bool IsNull(int row) => this[row] is null;

    public void Append(string? value)
    {
        Reserve(1);
        _values[Count++] = value;
        if (value is null)
        {
            NullCount++;
        }
    }

    public override void AppendNull() => Append(null);

    public override void AppendFrom(Column source, int row) => Append(((TextColumn)source)._values[row]);

    public override void AppendFrom(Column source, ReadOnlySpan<int> rows)
    {
        var other = ((TextColumn)source)._values;
        Reserve(rows.Length);
        foreach (var row in rows)
        {
            if ((_values[Count++] = other[row]) is null)
            {
                NullCount++;
            }
        }
    }

    /// <summary>Appends many cells at once.</summary>
    public void AppendRange(ReadOnlySpan<string?> values)
    {
        Reserve(values.Length);
        values.CopyTo(_values.AsSpan(Count));
        NullCount += values.Count((string?)null);
        Count += values.Length;
    }

    /// <summary>Takes the cells of a producer and gives it the array used so far, at least as long, to write the next cells over.</summary>
    internal void Exchange(ref string?[] values, int count)
    {
        Reserve(values.Length - Count);
        (_values, values) = (values, _values);
        Count = count;
        NullCount = Values.Count((string?)null);
    }

    public override bool CellEquals(int row, Column other, int otherRow) =>
        string.Equals(_values[row], ((TextColumn)other)._values[otherRow], StringComparison.Ordinal);

    public override void Clear()
    {
        _values.AsSpan(0, Count).Clear();
        Count = NullCount = 0;
    }

    private void Reserve(int more)
    {
        if (Count + more > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(Count + more, Math.Max(16, _values.Length * 2)));
        }
    }
}
