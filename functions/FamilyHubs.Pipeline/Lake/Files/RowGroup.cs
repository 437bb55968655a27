using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Files;

/// <summary>Rows of a row group while it fills. Ends only between records: the rows of one lead are never apart.</summary>
internal sealed class RowGroup(ColumnSet rows)
{
    public ColumnSet Rows { get; } = rows;

    /// <summary>Different leads.</summary>
    public int Records { get; private set; }

    public long FirstLead { get; private set; }

    public long LastLead { get; private set; }

    /// <summary>Notes the leads of rows that are appended.</summary>
    public void Note(ReadOnlySpan<long> leads)
    {
        foreach (var lead in leads)
        {
            if (Records == 0)
            {
                FirstLead = lead;
            }

            if (Records == 0 || lead != LastLead)
            {
                Records++;
                LastLead = lead;
            }
        }
    }

    public void Clear()
    {
        Rows.Clear();
        Records = 0;
    }
}
