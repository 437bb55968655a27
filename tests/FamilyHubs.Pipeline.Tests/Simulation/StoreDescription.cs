using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Extracts;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>What the stores of a world say, as texts to be compared.</summary>
internal sealed class StoreDescription(SimulationWorld world)
{
    private const string Area = SimulationInputs.Area;

    private static readonly string[] FigureTables =
        [TableNames.PriorityGroupWeekly, TableNames.KpiMonthly, TableNames.OutcomeMonthly, TableNames.IndicatorMonthly, TableNames.CaseloadMonthly];

    /// <summary>
    /// The state of the lake, however it was reached: rows, ledger, quarantine, archive. Left out are times, ETags, numbers of versions and commits, and what
    /// a file changed in the lake, where it depends on whether an earlier copy of it was seen.
    /// </summary>
    public async Task<string> LakeAsync()
    {
        var text = new StringBuilder();
        var entries = await new ExtractLedger(world.Tables, world.Time).ListAsync(Area, default);
        foreach (var entry in entries)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{entry.Extract}: {entry.State} {entry.Reason} {entry.ContentHash} to {entry.DateTo:s}");
            foreach (var table in entry.Tables)
            {
                text.AppendLine(entry.IsBatch
                    ? $"  {table with { Version = 0 }}"
                    : string.Create(CultureInfo.InvariantCulture, $"  {table.Table} {table.Rows} rows, {table.Kept} kept, {table.Refused} refused, {table.Duplicates} twice"));
            }
        }

        foreach (var (table, version) in new CommittedExtracts(entries).CurrentPins.OrderBy(pin => pin.Key, StringComparer.Ordinal))
        {
            text.AppendLine(table);
            foreach (var row in await RowsAsync(table, version))
            {
                text.Append("  ").AppendLine(row);
            }
        }

        foreach (var recipient in world.Tables.Contents(TableNames.Recipients))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"recipient {recipient.Row} {recipient.Text("AreaCodes")}");
        }

        foreach (var container in (string[])[Containers.Quarantine, Containers.Archive, Containers.Landing])
        {
            foreach (var (name, content) in world.Blobs.Contents(container).OrderBy(blob => blob.Key, StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{container}/{name}: {Encoding.Latin1.GetString(content.Span)}");
            }
        }

        return text.ToString();
    }

    /// <summary>What readers see: the figures behind each pointer, and who was told. Left out are names of runs and times, and what became of a mail.</summary>
    public string Figures()
    {
        var text = new StringBuilder();
        foreach (var table in FigureTables)
        {
            var rows = world.Tables.Contents(table).ToLookup(row => row.Partition, StringComparer.Ordinal);
            foreach (var pointer in rows[$"pointer|{Area}"])
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{table} {pointer.Row} complete {pointer.Flag("Complete")}");
                foreach (var figure in rows[pointer.Text("Partition")!])
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"  {figure.Row} {figure.Text("Extract")} {figure.Integer("Numerator")}/{figure.Integer("Denominator")} {figure.Number("Value")} #{figure.Integer("Rank")}");
                }
            }
        }

        foreach (var mail in world.Tables.Contents(TableNames.Mailings).Where(mail => !mail.Partition.Contains("|alert|", StringComparison.Ordinal)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"mail {mail.Partition} {mail.Row}");
        }

        foreach (var pointer in world.Tables.Contents(TableNames.Runs).Where(row => row.Partition == $"{Area}|snapshots"))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"snapshot {pointer.Row} r{pointer.Integer("Revision")}");
        }

        return text.ToString();
    }

    /// <summary>Every byte but leases.</summary>
    public string Everything()
    {
        var text = new StringBuilder();
        foreach (var container in Containers.All)
        {
            foreach (var (name, content) in world.Blobs.Contents(container).OrderBy(blob => blob.Key, StringComparer.Ordinal))
            {
                var hash = new HashCode();
                hash.AddBytes(content.Span);
                text.AppendLine(CultureInfo.InvariantCulture, $"{container}/{name} {content.Length} {hash.ToHashCode()}");
            }
        }

        foreach (var table in TableNames.All)
        {
            foreach (var row in world.Tables.Contents(table).Where(row => !row.Partition.EndsWith("|lease", StringComparison.Ordinal)))
            {
                text.Append(CultureInfo.InvariantCulture, $"{table} {row.Partition} / {row.Row}:");
                foreach (var (name, value) in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal))
                {
                    text.Append(CultureInfo.InvariantCulture, $" {name}={value}");
                }

                text.AppendLine();
            }
        }

        return text.ToString();
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string table, long version)
    {
        var files = new ParquetColumnFiles();
        var lake = new LakeStore(world.Blobs, files, world.Time, new LakeOptions());
        var sink = new RowsSink();
        if (version >= 0 && await lake.FindAsync(Area, table, version, default) is { } state)
        {
            foreach (var file in state.Files)
            {
                await foreach (var rows in new DataFiles(world.Blobs, files, Area, table).ReadAsync(file, state.Schema, default))
                {
                    await sink.AddAsync(rows, default);
                }
            }
        }

        return sink.Rows;
    }
}
