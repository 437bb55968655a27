namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// What a batch did to a table, in rows. Holds by construction, and is checked before anything is published:
/// RowsAfter = RowsBefore + Inserted - Removed.
/// </summary>
/// <param name="Table">Table.</param>
/// <param name="Version">Version of the table that holds the batch; -1 when the table still does not exist.</param>
/// <param name="RowsBefore">Rows of the version before.</param>
/// <param name="RowsIn">Rows of the batch.</param>
/// <param name="Duplicates">Rows of the batch that a later row of the same key replaced.</param>
/// <param name="Inserted">Rows with a key that the table did not have.</param>
/// <param name="Updated">Rows with a known key and another content.</param>
/// <param name="Unchanged">Rows with a known key and the same content.</param>
/// <param name="Removed">Rows of the version before that are gone.</param>
/// <param name="RowsAfter">Rows of this version.</param>
/// <param name="Changed">False when the batch left the table as it was: then no version was written.</param>
public sealed record TableCommit(
    string Table,
    long Version,
    long RowsBefore,
    long RowsIn,
    long Duplicates,
    long Inserted,
    long Updated,
    long Unchanged,
    long Removed,
    long RowsAfter,
    bool Changed);
