namespace FamilyHubs.Pipeline.Lake.Erasure;

/// <summary>What leaves a table when a person is forgotten.</summary>
/// <param name="Table">Table.</param>
/// <param name="Rows">Rows of the newest version.</param>
/// <param name="Copies">Rows in all files, those of earlier versions among them: a row stands in as many files as were written with it.</param>
/// <param name="Files">Files that are replaced by one without the person, or by none.</param>
public sealed record ErasedRows(string Table, long Rows, long Copies, int Files)
{
    /// <summary>True when nothing of the person is in the table.</summary>
    public bool IsNothing => Copies == 0 && Files == 0;
}
