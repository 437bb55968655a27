using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>Takes the rows of removed patients out of a table. Of a file without any only the two columns that tell are read.</summary>
internal sealed class PatientRemoval(
    DataFiles files,
    TableSchema schema,
    IReadOnlySet<(long Patient, string Organisation)> patients,
    MergeTally tally,
    CancellationToken cancel)
{
    private readonly KeyOrder _order = new(schema);

    /// <summary>Rewrites the files with rows of the patients; gives them.</summary>
    public async Task<IReadOnlyList<DataFile>> RunAsync(IReadOnlyList<DataFile> existing, FileOutput output)
    {
        List<DataFile> gone = [];
        var telling = schema.Select([LakeNames.Patient, LakeNames.Organisation]);
        foreach (var file in existing)
        {
            if (await HasAnyAsync(file, telling).ConfigureAwait(false))
            {
                await RewriteAsync(file, output).ConfigureAwait(false);
                gone.Add(file);
            }
        }

        return gone;
    }

    private async Task<bool> HasAnyAsync(DataFile file, TableSchema telling)
    {
        await foreach (var rows in files.ReadAsync(file, telling, cancel).ConfigureAwait(false))
        {
            if (FirstOfPatients(rows, 0) < rows.RowCount)
            {
                return true;
            }
        }

        return false;
    }

    private async Task RewriteAsync(DataFile file, FileOutput output)
    {
        output.BeginPart(replacesFile: true);
        await foreach (var rows in files.ReadAsync(file, schema, cancel).ConfigureAwait(false))
        {
            var window = new RowWindow(rows, _order, schema);
            for (var start = 0; start < rows.RowCount;)
            {
                var end = FirstOfPatients(rows, start);
                if (end > start)
                {
                    output.Keep(new RowRange(window, start, end - start));
                }

                if (end < rows.RowCount)
                {
                    output.Drop();
                    tally.Removed++;
                }

                start = end + 1;
            }

            await output.FlushAsync().ConfigureAwait(false);
        }

        await output.EndPartAsync().ConfigureAwait(false);
    }

    private int FirstOfPatients(ColumnSet rows, int row)
    {
        var ids = rows.Integers(LakeNames.Patient);
        var organisations = rows.Texts(LakeNames.Organisation).Values;
        while (row < ids.Count && !(ids.Present[row] && patients.Contains((ids.Values[row], organisations[row] ?? ""))))
        {
            row++;
        }

        return row;
    }
}
