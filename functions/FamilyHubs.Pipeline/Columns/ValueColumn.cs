namespace FamilyHubs.Pipeline.Columns;

/// <summary>A column of numbers, booleans, days or times. An empty cell holds <c>default</c> and is marked in <see cref="Present"/>.</summary>
public sealed class ValueColumn<T> : Column
    where T : struct
{
    private T[] _values;
    private bool[] _present;

    public ValueColumn(ColumnDefinition definition, int capacity = 0)
        : base(definition)
    {
        _values = capacity == 0 ? [] : new T[capacity];
        _present = capacity == 0 ? [] : new bool[capacity];
    }

    /// <summary>One value a row; <c>default</c> where the cell is empty.</summary>
    public ReadOnlySpan<T> Values => _values.AsSpan(0, Count);

    /// <summary>One flag a row; false where the cell is empty.</summary>
    public ReadOnlySpan<bool> Present => _present.AsSpan(0, Count);

    /// <summary>The values as memory, for writers that await.</summary>
    public ReadOnlyMemory<T> Memory => _values.AsMemory(0, Count);

    public T? this[int row] => _present[CheckRow(row)] ? _values[row] : null;

    public override bool IsNull(int row) => !_present[CheckRow(row)];

    public void Append(T value)
    {
        Reserve(1);
        _values[Count] = value;
        _present[Count++] = true;
    }

    public void Append(T? value)
    {
        if (value is { } cell)
        {
            Append(cell);
        }
        else
        {
            AppendNull();
        }
    }

    public override void AppendNull()
    {
        Reserve(1);
        _values[Count] = default;
        _present[Count++] = false;
        NullCount++;
    }

    public override void AppendFrom(Column source, int row)
    {
        var other = (ValueColumn<T>)source;
        Reserve(1);
        _values[Count] = other._values[row];
        if (!(_present[Count++] = other._present[row]))
        {
            NullCount++;
        }
    }

    public override void AppendFrom(Column source, ReadOnlySpan<int> rows)
    {
        var other = (ValueColumn<T>)source;
        Reserve(rows.Length);
        var count = Count;
        foreach (var row in rows)
        {
            _values[count] = other._values[row];
            if (!(_present[count++] = other._present[row]))
            {
                NullCount++;
            }
        }

        Count = count;
    }

    /// <summary>Appends many cells at once; <paramref name="present"/> empty means that none is empty.</summary>
    public void AppendRange(ReadOnlySpan<T> values, ReadOnlySpan<bool> present)
    {
        Reserve(values.Length);
        values.CopyTo(_values.AsSpan(Count));
        if (present.IsEmpty)
        {
            _present.AsSpan(Count, values.Length).Fill(true);
        }
        else
        {
            present.CopyTo(_present.AsSpan(Count));
            NullCount += present.Count(false);
        }

        Count += values.Length;
    }

    /// <summary>Takes the cells of a producer and gives it the arrays used so far, at least as long, to write the next cells over.</summary>
    internal void Exchange(ref T[] values, ref bool[] present, int count)
    {
        Reserve(values.Length - Count);
        (_values, values) = (values, _values);
        (_present, present) = (present, _present);
        Count = count;
        NullCount = Present.Count(false);
    }

    public override bool CellEquals(int row, Column other, int otherRow)
    {
        var column = (ValueColumn<T>)other;
        return _present[row] == column._present[otherRow]
            && (!_present[row] || EqualityComparer<T>.Default.Equals(_values[row], column._values[otherRow]));
    }

    public override void Clear() => Count = NullCount = 0;

    private int CheckRow(int row) => (uint)row < (uint)Count ? row : throw new ArgumentOutOfRangeException(nameof(row));

    private void Reserve(int more)
    {
        if (Count + more > _values.Length)
        {
            var capacity = Math.Max(Count + more, Math.Max(16, _values.Length * 2));
            Array.Resize(ref _values, capacity);
            Array.Resize(ref _present, capacity);
        }
    }
}
