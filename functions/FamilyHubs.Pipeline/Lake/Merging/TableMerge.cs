using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>
/// Merges staged rows with the files of a table, part by part, the next part being read meanwhile. A part that the batch does
/// not touch is not read; one that it does not change is not written.
/// </summary>
internal sealed class TableMerge(
    DataFiles files,
    TableSchema target,
    KeyOrder order,
    ReplacedRows replaced,
    StagedRows staged,
    FileOutput output,
    MergeTally tally,
    CancellationToken cancel)
{
    private const int StepsBetweenFlushes = 4096;

    private readonly List<DataFile> _gone = [];

    /// <summary>Merges the parts that the batch touches; gives the files whose rows are now elsewhere or gone.</summary>
    public async Task<IReadOnlyList<DataFile>> RunAsync(IEnumerable<TablePart> parts, int atOnce)
    {
        var read = ReadAhead.InBackgroundAsync(parts, atOnce, ReadAsync, cancel);
        await foreach (var (part, rows) in read.ConfigureAwait(false))
        {
            if (staged.Rows?.FirstLead < part.Start)
            {
                throw new InvalidOperationException("A staged row belongs to a part of the table that was passed over. Nothing was committed.");
            }

            output.BeginPart(part.File is not null);
            await JoinAsync(new ExistingRows(rows, order, target), part.End).ConfigureAwait(false);
            if (await output.EndPartAsync().ConfigureAwait(false) && part.File is not null)
            {
                _gone.Add(part.File);
            }
        }

        return _gone;
    }

    private async Task<(TablePart Part, IReadOnlyList<ColumnSet> Rows)> ReadAsync(TablePart part) =>
        (part, part.File is null ? [] : await files.ReadAllAsync(part.File, target, cancel).ConfigureAwait(false));

    private async Task JoinAsync(ExistingRows existing, long? end)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var hasStaged = HasStaged(end);
            if (existing.Rows is not { } old)
            {
                if (!hasStaged)
                {
                    return;
                }

                Insert(staged.Take(StagedBelow(end)));
            }
            else if (!hasStaged)
            {
                KeepOrReplace(existing.Take(old.Count));
            }
            else
            {
                JoinOverlap(existing, end);
            }

            await output.FlushAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Merges while both sides have rows at hand.</summary>
    private void JoinOverlap(ExistingRows existing, long? end)
    {
        for (var step = 0; step < StepsBetweenFlushes && existing.Rows is { } old && HasStaged(end); step++)
        {
            var young = staged.Rows!.Value;
            var byLead = old.FirstLead.CompareTo(young.FirstLead);
            var byKey = byLead != 0 ? byLead : KeyOrder.Compare(old.Window, old.Start, young.Window, young.Start);
            if (byKey < 0)
            {
                KeepOrReplace(existing.Take(Math.Max(1, existing.CountBelow(young.FirstLead))));
            }
            else if (byKey > 0)
            {
                Insert(staged.Take(Math.Max(1, staged.CountBelow(end < old.FirstLead ? end.Value : old.FirstLead))));
            }
            else
            {
                Update(existing.Take(1), staged.Take(1));
            }
        }
    }

    private bool HasStaged(long? end) => staged.Rows is { } rows && (end is null || rows.FirstLead < end);

    private int StagedBelow(long? end) => end is { } limit ? staged.CountBelow(limit) : staged.Rows!.Value.Count;

    private void Insert(RowRange rows)
    {
        for (var done = 0; done < rows.Count;)
        {
            var rest = rows with { Start = rows.Start + done, Count = rows.Count - done };
            var removals = StagedRows.Removals(rest);
            var inserts = removals.IndexOf(true) is var index and >= 0 ? index : rest.Count;
            if (inserts > 0)
            {
                output.Put(rest with { Count = inserts });
                tally.Inserted += inserts;
                done += inserts;
            }
            else
            {
                // The removal of a key that the table does not have.
                tally.RemovalRows++;
                done++;
            }
        }
    }

    private void Update(RowRange old, RowRange young)
    {
        if (StagedRows.Removals(young)[0])
        {
            output.Drop();
            tally.Removed++;
            tally.RemovalRows++;
        }
        else if (old.Window.RowEquals(old.Start, young.Window, young.Start))
        {
            output.Keep(old);
            tally.Unchanged++;
        }
        else
        {
            output.Put(young);
            tally.Updated++;
        }
    }

    private void KeepOrReplace(RowRange rows)
    {
        for (var done = 0; done < rows.Count;)
        {
            var rest = rows with { Start = rows.Start + done, Count = rows.Count - done };
            var count = replaced.Stretch(rest, out var isReplaced);
            if (isReplaced)
            {
                output.Drop();
                tally.Removed += count;
            }
            else
            {
                output.Keep(rest with { Count = count });
            }

            done += count;
        }
    }
}
