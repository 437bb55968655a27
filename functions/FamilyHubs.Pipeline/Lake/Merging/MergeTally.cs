namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>Counts of a merge, in rows, and the laws that they must obey.</summary>
internal sealed class MergeTally
{
    public long Inserted { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    /// <summary>Rows of the table that are gone.</summary>
    public long Removed { get; set; }

    /// <summary>Rows of the batch that asked for a removal, of a known key or not.</summary>
    public long RemovalRows { get; set; }

    public bool Changed => Inserted + Updated + Removed > 0;

    /// <summary>The commit with these counts.</summary>
    /// <exception cref="InvalidOperationException">A row was lost or counted twice: nothing may be committed.</exception>
    public TableCommit ToCommit(string table, long version, long rowsBefore, long rowsIn, long duplicates, long rowsAfter)
    {
        if (rowsAfter != rowsBefore + Inserted - Removed)
        {
            throw new InvalidOperationException(
                $"Merging table {table} gave {rowsAfter} rows where {rowsBefore} + {Inserted} - {Removed} were due. Nothing was committed.");
        }

        if (rowsIn != Inserted + Updated + Unchanged + duplicates + RemovalRows)
        {
            throw new InvalidOperationException(
                $"Merging table {table} accounts for {Inserted} new, {Updated} updated, {Unchanged} unchanged, {duplicates} duplicate and "
                + $"{RemovalRows} removing rows, but {rowsIn} came in. Nothing was committed.");
        }

        return new TableCommit(table, version, rowsBefore, rowsIn, duplicates, Inserted, Updated, Unchanged, Removed, rowsAfter, Changed);
    }
}
