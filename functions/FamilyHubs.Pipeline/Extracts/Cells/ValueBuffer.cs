using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Numbers, booleans, days or times.</summary>
internal sealed class ValueBuffer<T>(int capacity) : CellBuffer
    where T : struct
{
    private T[] _values = new T[capacity];
    private bool[] _present = new bool[capacity];

    public void Set(int row, T value)
    {
        _values[row] = value;
        _present[row] = true;
    }

    public override void SetEmpty(int row)
    {
        _values[row] = default;
        _present[row] = false;
    }

    public override void MoveTo(Column column, int rows) => ((ValueColumn<T>)column).Exchange(ref _values, ref _present, rows);
}
