namespace FamilyHubs.Pipeline.Columns;

/// <summary>The cells of one column, in row order. Grows by appending; used by one thread at a time.</summary>
public abstract class Column(ColumnDefinition definition)
{
    public ColumnDefinition Definition { get; } = definition;

    public string Name => Definition.Name;

    /// <summary>Number of cells.</summary>
    public int Count { get; protected set; }

    /// <summary>Number of empty cells.</summary>
    public int NullCount { get; protected set; }

    public abstract bool IsNull(int row);

    public abstract void AppendNull();

    /// <summary>Appends the cell at <paramref name="row"/> of another column of the same type.</summary>
    public abstract void AppendFrom(Column source, int row);

    /// <summary>Appends the cells at <paramref name="rows"/> of another column of the same type, in that order.</summary>
    public abstract void AppendFrom(Column source, ReadOnlySpan<int> rows);

    /// <summary>True when both cells are empty or equal.</summary>
    public abstract bool CellEquals(int row, Column other, int otherRow);

    /// <summary>Forgets all cells but keeps the memory.</summary>
    public abstract void Clear();
}
