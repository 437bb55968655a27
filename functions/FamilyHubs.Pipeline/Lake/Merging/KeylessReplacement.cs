using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>
/// Replaces a table whose rows have no key: its latest full copy is the table, in file order (extracts.md 3). A copy that equals the
/// table row for row changes nothing.
/// </summary>
internal sealed class KeylessReplacement(
    DataFiles files,
    TableSchema target,
    KeyOrder order,
    StagedRows staged,
    FileOutput output,
    MergeTally tally,
    CancellationToken cancel)
{
    public async Task<IReadOnlyList<DataFile>> RunAsync(IReadOnlyList<DataFile> existing)
    {
        if (staged.Rows is null)
        {
            return [];
        }

        output.BeginPart(existing.Count > 0);
        var equal = await PassEqualRowsAsync(existing).ConfigureAwait(false);
        var before = existing.Sum(file => file.Rows);
        if (staged.Rows is null && equal == before)
        {
            tally.Unchanged = equal;
            await output.EndPartAsync().ConfigureAwait(false);
            return [];
        }

        // One row differs, so all are replaced: without a key there is no telling which row became which.
        output.Drop();
        tally.Inserted = equal;
        tally.Removed = before;
        while (staged.Rows is { } rows)
        {
            output.Put(staged.Take(rows.Count));
            tally.Inserted += rows.Count;
            await output.FlushAsync().ConfigureAwait(false);
        }

        await output.EndPartAsync().ConfigureAwait(false);
        return existing;
    }

    /// <summary>Goes on while the staged rows are those of the table; they are kept in the output.</summary>
    private async Task<long> PassEqualRowsAsync(IReadOnlyList<DataFile> existing)
    {
        var equal = 0L;
        foreach (var file in existing)
        {
            var old = new ExistingRows(await files.ReadAllAsync(file, target, cancel).ConfigureAwait(false), order, target);
            while (old.Rows is { } mine && staged.Rows is { } theirs)
            {
                if (!mine.Window.RowEquals(mine.Start, theirs.Window, theirs.Start))
                {
                    return equal;
                }

                old.Take(1);
                output.Keep(staged.Take(1));
                equal++;
            }
        }

        return equal;
    }
}
