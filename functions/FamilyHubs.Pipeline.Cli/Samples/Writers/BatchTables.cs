using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>The open files of one batch, and the rules by which a record becomes rows of it.</summary>
internal sealed class BatchTables(SampleArea area, BatchWindow window, IReadOnlyDictionary<string, TableWriter> tables)
{
    /// <summary>Each so many entries has been made by someone without an account.</summary>
    private const int TextualEach = 60;

    private const string Textual = "Locum, no account";

    public BatchWindow Window => window;

    public SampleArea Area => area;

    public TableWriter this[string table] => tables[table];

    public long Rows => tables.Values.Sum(table => table.Rows);

    /// <summary>Hands on what has gathered, so that memory stays bounded.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        foreach (var table in tables.Values)
        {
            if (table.IsFull)
            {
                await table.FlushAsync(cancel);
            }
        }
    }

    /// <summary>Writes the rows of a record to a table: one for each organisation that sees it.</summary>
    /// <param name="fill">Sets the cells that are the table's own; the last argument says that the second state is known.</param>
    public void Put<T>(string table, T fact, Action<TableWriter, T, bool> fill)
        where T : Fact
    {
        var state = window.StateOf(fact);
        if (state == RowState.None)
        {
            return;
        }

        var row = tables[table];
        Write(row, fact, fill, state, area.Organisations.Main.Code!, copy: false);
        if (fact.Person.Shared)
        {
            Write(row, fact, fill, state, area.Organisations.Second.Code!, copy: true);
        }
    }

    private void Write<T>(TableWriter row, T fact, Action<TableWriter, T, bool> fill, RowState state, string organisation, bool copy)
        where T : Fact
    {
        row.Begin();
        row.Set("RowIdentifier", fact.Id);
        row.Set("IDOrganisationVisibleTo", organisation);
        if (state == RowState.Removal)
        {
            row.MarkRemoved();
            row.End();
            return;
        }

        var staff = fact.Staff ?? area.Teams[0].Staff[0];
        var isTextual = fact.Id % TextualEach == 0;
        SetIfThere(row, "IDPatient", fact.Person.Id);
        SetIfThere(row, "IDProfileEnteredBy", staff.ProfileId);
        SetIfThere(row, "IDDoneBy", isTextual ? -1 : staff.Id);
        SetIfThere(row, "TextualEventDoneBy", isTextual ? Textual : null);
        SetIfThere(row, "IDOrganisation", area.Organisations.Main.Code);
        SetIfThere(row, "IDOrganisationDoneAt", area.Organisations.Main.Code);
        SetIfThere(row, "IDOrganisationRegisteredAt", area.Organisations.PracticeOf(fact.Person).Code);
        if (row.Has("DateEventRecorded"))
        {
            // A copy is sometimes the later one: it is then the record (extracts.md 3).
            row.Set("DateEventRecorded", copy && fact.Id % 7 == 0 ? fact.Created.AddMinutes(1) : fact.Created);
        }

        if (row.Has("DateEvent"))
        {
            row.Set("DateEvent", fact.When);
        }

        fill(row, fact, window.IsChanged(fact));
        row.End();
    }

    private static void SetIfThere(TableWriter row, string column, long value)
    {
        if (row.Has(column))
        {
            row.Set(column, value);
        }
    }

    private static void SetIfThere(TableWriter row, string column, string? value)
    {
        if (row.Has(column))
        {
            row.Set(column, value);
        }
    }
}
