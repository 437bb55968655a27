using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>What must hold of any world when it is quiet (quality.md 2).</summary>
internal sealed class SimulationLaws(SimulationWorld world)
{
    private const string Area = SimulationInputs.Area;

    private readonly List<string> _broken = [];

    /// <summary>Laws that are broken, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync()
    {
        var entries = await new ExtractLedger(world.Tables, world.Time).ListAsync(Area, default);
        CheckLanding(entries);
        await CheckRowsAsync(entries);
        await CheckPointersAsync(entries);
        CheckSums();
        CheckMails();
        CheckSnapshots();
        return _broken;
    }

    /// <summary>Each landing blob has exactly one terminal state, and what was taken is in the archive.</summary>
    private void CheckLanding(IReadOnlyList<ExtractEntry> entries)
    {
        foreach (var name in world.Blobs.Contents(Containers.Landing).Keys)
        {
            _broken.Add($"{name} is still in landing.");
        }

        var archive = world.Blobs.Contents(Containers.Archive);
        foreach (var file in world.Inputs.Last.Values)
        {
            Hold(entries.Count(e => e.Extract == file.Extract && e.IsSettled) == 1, $"{file.Extract} has no terminal state.");
            Hold(
                archive.TryGetValue($"{Area}/{file.Path}", out var kept) && kept.Span.SequenceEqual(file.Content),
                $"{file.Path} is not in the archive as it was sent last.");
        }

        var committed = entries.Where(e => e is { State: ExtractState.Done }).ToArray();
        Hold(committed.Select(e => e.Sequence).Distinct().Count() == committed.Length, "Two commits have one place in the order.");
    }

    /// <summary>Rows in = kept + quarantined, and kept = written + duplicates (+ removals).</summary>
    private async Task CheckRowsAsync(IReadOnlyList<ExtractEntry> entries)
    {
        var quarantined = await new QuarantineStore(world.Blobs, null!).ListAsync(Area, extract: null, default);
        foreach (var entry in entries.Where(e => e.State == ExtractState.Done))
        {
            foreach (var table in entry.Tables)
            {
                var what = $"{entry.Extract} {table.Table}";
                Hold(table.Rows == table.Kept + table.Refused, $"{what}: {table.Rows} rows are not {table.Kept} kept and {table.Refused} refused.");
                Hold(
                    table.Inserted + table.Updated + table.Unchanged + table.Duplicates <= table.Kept,
                    $"{what}: more rows were written than kept.");
                if (entry.IsBatch || table.Table != "Recipients")
                {
                    var listed = quarantined.Count(row => row.Extract == entry.Extract && row.Table == table.Table);
                    Hold(listed == table.Refused, $"{what}: {table.Refused} refused and {listed} in quarantine.");
                }

                if (world.Inputs.Counts.TryGetValue((entry.Extract, table.Table), out var sent))
                {
                    Hold(sent == new SimulatedCounts(table.Rows, table.Refused, table.Duplicates), $"{what}: sent {sent}, counted {table}.");
                }
            }
        }

        Hold(world.Inputs.Counts.Keys.All(sent => entries.Any(e => e.Extract == sent.Extract && e.Tables.Any(t => t.Table == sent.Table))), "A table of a batch is not in the ledger.");
    }

    /// <summary>Each pointer leads to one whole run, made from versions that belong together.</summary>
    private async Task CheckPointersAsync(IReadOnlyList<ExtractEntry> entries)
    {
        var runs = (await new RunLedger(world.Tables).ListAsync(Area, default)).ToDictionary(run => run.Id, StringComparer.Ordinal);
        string[] monthly = [TableNames.KpiMonthly, TableNames.OutcomeMonthly, TableNames.IndicatorMonthly, TableNames.CaseloadMonthly];
        foreach (var tables in (string[][])[[TableNames.PriorityGroupWeekly], monthly])
        {
            var rows = tables.SelectMany(table => world.Tables.Contents(table)).ToLookup(row => row.Partition, StringComparer.Ordinal);
            foreach (var period in rows[$"pointer|{Area}"].GroupBy(pointer => pointer.Row, StringComparer.Ordinal))
            {
                var ids = period.Select(pointer => pointer.Text("Run")!).Distinct().ToArray();
                Hold(ids.Length == 1, $"{period.Key}: pointers lead to {ids.Length} runs.");
                Hold(period.All(pointer => pointer.Flag("Complete") == true || pointer.Text("Reported") is null || tables.Length > 1), $"{period.Key} is not complete.");
                if (!runs.TryGetValue(ids[0], out var run) || run is not { State: RunState.Done })
                {
                    _broken.Add($"{period.Key}: the pointer leads to a run that is not done.");
                    continue;
                }

                var figures = rows[$"{Area}|{period.Key}|{run.Id}"].Count();
                Hold(figures == run.Figures, $"{period.Key}: {figures} figures behind the pointer, {run.Figures} by the ledger.");
                var batch = entries.FirstOrDefault(e => e.Extract == run.Extract);
                Hold(
                    batch is { State: ExtractState.Done } && run.Pins.All(pin => !pin.Key.StartsWith("SR", StringComparison.Ordinal) || batch.Pins.GetValueOrDefault(pin.Key, -1) == pin.Value),
                    $"{period.Key}: the run read other versions than its extract pins.");
            }
        }
    }

    /// <summary>Total = sum of the districts, unknown and outside included.</summary>
    private void CheckSums()
    {
        foreach (var partition in world.Tables.Contents(TableNames.PriorityGroupWeekly).Where(row => row.Text("Section") == "totals").GroupBy(row => row.Partition, StringComparer.Ordinal))
        {
            foreach (var measure in partition.GroupBy(row => row.Text("Measure"), StringComparer.Ordinal))
            {
                var total = measure.Where(row => row.Text("Level") == "area").Sum(row => row.Integer("Numerator") ?? 0);
                var parts = measure.Where(row => row.Text("Level") is "district" or "unknown" or "outside").Sum(row => row.Integer("Numerator") ?? 0);
                Hold(total == parts, string.Create(CultureInfo.InvariantCulture, $"{partition.Key}: {measure.Key} is {total}, its parts {parts}."));
            }
        }
    }

    /// <summary>At most one mail was taken for each (report, period, recipient): exactly one, except where the ledger says why it cannot know or was refused.</summary>
    private void CheckMails()
    {
        var taken = world.Mailer.Taken.CountBy(mail => mail.Key, StringComparer.Ordinal).ToDictionary(mail => mail.Key, mail => mail.Value, StringComparer.Ordinal);
        foreach (var row in world.Tables.Contents(TableNames.Mailings).Where(row => row.Text("State") is not null))
        {
            var key = $"{row.Partition.Replace('|', '/')}/{row.Row}";
            var count = taken.GetValueOrDefault(key);
            taken.Remove(key);
            var state = Enum.Parse<MailingState>(row.Text("State")!);
            var isRight = state switch
            {
                MailingState.Accepted => count == 1,
                MailingState.Unknown => count <= 1 && row.Text("Reason") is { Length: > 0 },
                MailingState.Failed => count == 0 && row.Text("Reason") is { Length: > 0 },
                _ => false,
            };
            Hold(isRight || (row.Partition.Contains("|alert|", StringComparison.Ordinal) && count <= 1), $"Mail {key} is {state} and was taken {count} times.");
        }

        foreach (var key in taken.Keys)
        {
            _broken.Add($"Mail {key} was taken, and the ledger does not know of it.");
        }
    }

    /// <summary>What readers of snapshots are led to is whole.</summary>
    private void CheckSnapshots()
    {
        var blobs = world.Blobs.Contents(Containers.Snapshots);
        foreach (var pointer in world.Tables.Contents(TableNames.Runs).Where(row => row.Partition == $"{Area}|snapshots"))
        {
            for (var revision = 1; revision <= pointer.Integer("Revision"); revision++)
            {
                if (!blobs.TryGetValue(SnapshotNames.File(Area, pointer.Row, revision, SnapshotManifest.FileName), out var document))
                {
                    _broken.Add($"Snapshot {pointer.Row} r{revision} has no manifest.");
                    continue;
                }

                var manifest = JsonSerializer.Deserialize<SnapshotManifest>(document.Span, PipelineJson.Indented)!;
                Hold(
                    manifest.Files.All(file => blobs.TryGetValue(SnapshotNames.File(Area, pointer.Row, revision, file.Name), out var content)
                        && Convert.ToHexStringLower(SHA256.HashData(content.Span)) == file.Sha256),
                    $"Snapshot {pointer.Row} r{revision} is not what its manifest says.");
            }
        }
    }

    private void Hold(bool law, string otherwise)
    {
        if (!law)
        {
            _broken.Add(otherwise);
        }
    }
}
