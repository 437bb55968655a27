using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Files;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// Reads the records of a file. Of the rows of one RowIdentifier, which are adjacent, one is given: the latest DateEventRecorded,
/// ties to the greatest IDOrganisationVisibleTo (extracts.md 3). A file in which every record is there once is read without looking.
/// </summary>
internal sealed class RecordReader
{
    private readonly DataFiles _files;
    private readonly TableSchema _asked;
    private readonly TableSchema _plain;
    private readonly TableSchema _choosing;
    private readonly bool _hasOrganisation;

    public RecordReader(DataFiles files, TableSchema table, IReadOnlyList<ColumnDefinition> columns)
    {
        _files = files;
        _asked = new TableSchema(table.Name, columns, []);
        _hasOrganisation = table.Key.Count > 1 && table.Key[1] == LakeNames.Organisation;

        // The file tells its rows only through a column that it has.
        var known = columns.Any(column => table.IndexOf(column.Name) >= 0);
        _plain = known ? _asked : With(columns, table.Columns[0]);
        var id = table.Key.Count > 0 ? table.Key[0] : null;
        ColumnDefinition?[] choosing = [Find(table, id), Find(table, LakeNames.Organisation), Find(table, LakeNames.Recorded)];
        _choosing = With(columns, [.. choosing.OfType<ColumnDefinition>()]);
    }

    public async Task<List<ColumnSet>> ReadAsync(DataFile file, CancellationToken cancel)
    {
        List<ColumnSet> sets = [];
        var choose = _hasOrganisation && file.Records < file.Rows;
        await foreach (var rows in _files.ReadAsync(file, choose ? _choosing : _plain, cancel).ConfigureAwait(false))
        {
            var asked = new ColumnSet(_asked, [.. rows.Columns.Take(_asked.Columns.Count)]);
            sets.Add(choose ? Choose(rows, asked) : asked);
        }

        return sets;
    }

    private static ColumnSet Choose(ColumnSet rows, ColumnSet asked)
    {
        var ids = KeyOrder.Leads(rows.Columns[rows.Schema.IndexOf(rows.Schema.Key[0])]);
        var organisations = rows.Texts(LakeNames.Organisation);
        var recorded = rows.Schema.IndexOf(LakeNames.Recorded) >= 0 ? rows.Times(LakeNames.Recorded) : null;
        var chosen = new int[ids.Length];
        var count = 0;
        for (var row = 0; row < ids.Length; row++)
        {
            if (row == 0 || ids[row] != ids[row - 1])
            {
                chosen[count++] = row;
            }
            else if (IsLater(row, chosen[count - 1], recorded, organisations))
            {
                chosen[count - 1] = row;
            }
        }

        if (count == ids.Length)
        {
            return asked;
        }

        var result = new ColumnSet(asked.Schema, count);
        result.AppendFrom(asked, chosen.AsSpan(0, count));
        return result;
    }

    private static bool IsLater(int row, int other, ValueColumn<DateTime>? recorded, TextColumn organisations)
    {
        var order = recorded is null ? 0 : Nullable.Compare(recorded[row], recorded[other]);
        return order > 0 || (order == 0 && string.CompareOrdinal(organisations[row], organisations[other]) > 0);
    }

    private static ColumnDefinition? Find(TableSchema table, string? column) =>
        column is not null && table.IndexOf(column) is var index and >= 0 ? table.Columns[index] : null;

    private TableSchema With(IReadOnlyList<ColumnDefinition> columns, params ColumnDefinition[] more)
    {
        ColumnDefinition[] all = [.. columns, .. more.Where(column => !columns.Contains(column))];
        return new TableSchema(_asked.Name, all, more.Length > 0 ? [more[0].Name] : []);
    }
}
