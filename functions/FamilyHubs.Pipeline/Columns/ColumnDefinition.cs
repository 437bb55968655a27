namespace FamilyHubs.Pipeline.Columns;

/// <summary>Name and type of a column. Names are compared ordinally, as SystmOne writes them.</summary>
public sealed record ColumnDefinition(string Name, ColumnType Type)
{
    /// <summary>An empty column of this type.</summary>
    public Column CreateColumn(int capacity = 0) => Type switch
    {
        ColumnType.Integer => new ValueColumn<long>(this, capacity),
        ColumnType.Number => new ValueColumn<double>(this, capacity),
        ColumnType.Boolean => new ValueColumn<bool>(this, capacity),
        ColumnType.Date => new ValueColumn<DateOnly>(this, capacity),
        ColumnType.DateTime => new ValueColumn<DateTime>(this, capacity),
        ColumnType.Text => new TextColumn(this, capacity),
        _ => throw new ArgumentOutOfRangeException(nameof(capacity), $"Column {Name} has no known type."),
    };
}
