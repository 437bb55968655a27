namespace FamilyHubs.Pipeline.Columns;

/// <summary>A batch of rows of one table, held by column. All columns have <see cref="RowCount"/> cells.</summary>
public sealed class ColumnSet
{
    public ColumnSet(TableSchema schema, int capacity = 0)
    {
        Schema = schema;
        var columns = new Column[schema.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = schema.Columns[i].CreateColumn(capacity);
        }

        Columns = columns;
    }

    /// <param name="schema">Schema of the rows.</param>
    /// <param name="columns">One column for each of the schema's, in its order, all of one length.</param>
    public ColumnSet(TableSchema schema, IReadOnlyList<Column> columns)
    {
        Schema = schema;
        Columns = columns;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Definition != schema.Columns[i] || columns[i].Count != columns[0].Count)
            {
                throw new ArgumentException($"Column {i} of table {schema.Name} does not fit its schema.", nameof(columns));
            }
        }
    }

    public TableSchema Schema { get; }

    public IReadOnlyList<Column> Columns { get; }

    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public Column this[string name]
    {
        get
        {
            var index = Schema.IndexOf(name);
            return index >= 0 ? Columns[index] : throw new ArgumentException($"Table {Schema.Name} has no column {name}.", nameof(name));
        }
    }

    public ValueColumn<long> Integers(string name) => (ValueColumn<long>)this[name];

    public ValueColumn<double> Numbers(string name) => (ValueColumn<double>)this[name];

    public ValueColumn<bool> Booleans(string name) => (ValueColumn<bool>)this[name];

    public ValueColumn<DateOnly> Dates(string name) => (ValueColumn<DateOnly>)this[name];

    public ValueColumn<DateTime> Times(string name) => (ValueColumn<DateTime>)this[name];

    public TextColumn Texts(string name) => (TextColumn)this[name];

    /// <summary>Appends rows of another set whose schema has the same columns in the same order.</summary>
    public void AppendFrom(ColumnSet source, ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i].AppendFrom(source.Columns[i], rows);
        }
    }

    public void Clear()
    {
        foreach (var column in Columns)
        {
            column.Clear();
        }
    }
}
