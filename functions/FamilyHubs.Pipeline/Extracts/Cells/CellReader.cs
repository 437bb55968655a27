namespace FamilyHubs.Pipeline.Extracts.Cells;

/// <summary>Reads the cells of one column of a file by its type, kept or not.</summary>
/// <param name="column">Name of the column, for refusals.</param>
internal abstract class CellReader(string column)
{
    public string Column { get; } = column;

    /// <summary>The cell read last was empty, or none by its value.</summary>
    public bool IsEmpty { get; protected set; }

    /// <summary>Reads the cell of the row being read.</summary>
    /// <returns>Null, or the reason for which the row is refused.</returns>
    public abstract string? Read(ReadOnlySpan<byte> cell, int row);

    /// <summary>The cell without blanks around it.</summary>
    protected static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell) =>
        cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ') ? cell.Trim((byte)' ') : cell;
}
