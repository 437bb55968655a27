using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>
/// Cells of one stored column for the rows being read. A row that turns out to be refused is simply written over by the next one.
/// </summary>
internal abstract class CellBuffer
{
    public abstract void SetEmpty(int row);

    /// <summary>Replaces the cells of a column by the first <paramref name="rows"/> of this buffer, whose cells mean nothing afterwards.</summary>
    public abstract void MoveTo(Column column, int rows);
}
