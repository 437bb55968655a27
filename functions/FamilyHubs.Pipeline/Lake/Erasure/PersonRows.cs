using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Erasure;

/// <summary>Which rows of a table are of a person: one of some columns holds the person's id.</summary>
/// <param name="Columns">Columns of whole numbers that name people; those that the table lacks are passed over.</param>
/// <param name="Person">SystmOne record id.</param>
/// <param name="Organisation">Only rows visible to this organisation; null for all rows.</param>
public sealed record PersonRows(IReadOnlyList<string> Columns, long Person, string? Organisation)
{
    /// <summary>The columns that tell, as the table has them; empty when none of its rows can be of the person.</summary>
    internal TableSchema Telling(TableSchema table)
    {
        var people = Columns.Where(name => table.IndexOf(name) is var index and >= 0 && table.Columns[index].Type == ColumnType.Integer).ToArray();
        if (people.Length == 0 || Organisation is null)
        {
            return table.Select(people);
        }

        return table.IndexOf(LakeNames.Organisation) < 0 ? table.Select([]) : table.Select([.. people, LakeNames.Organisation]);
    }

    /// <summary>Positions of the rows that are not of the person.</summary>
    internal int[] Others(ColumnSet rows)
    {
        var people = rows.Columns.OfType<ValueColumn<long>>().Where(column => Columns.Contains(column.Name)).ToArray();
        var organisations = Organisation is null ? null : rows.Texts(LakeNames.Organisation);
        var others = new List<int>(rows.RowCount);
        for (var row = 0; row < rows.RowCount; row++)
        {
            var isOf = Array.Exists(people, column => column[row] == Person) && (organisations is null || organisations[row] == Organisation);
            if (!isOf)
            {
                others.Add(row);
            }
        }

        return [.. others];
    }
}
