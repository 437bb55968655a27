using System.Globalization;
using System.Text.Json;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.UseCases.Forgetting;
using FamilyHubs.Pipeline.UseCases.Replay;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Refused rows, <c>quarantine/{area}/{extract}/</c>: <c>{Table}.csv</c> holds header and records as they came,
/// <c>{Table}.reasons.csv</c> line, column and reason of each in the same order, <c>{Table}.replayed.csv</c> what has become of those that were
/// put through again; <c>refused.json</c> why the whole was refused. The only place that keeps a refused cell.
/// </summary>
public sealed class QuarantineStore(IBlobs blobs, ForgottenFiles forgotten)
{
    internal const string Reasons = ".reasons.csv";
    private const string Refusal = "refused.json";

    /// <summary>Keeps the refused rows of a table, but those of forgotten people. The same rows again change nothing.</summary>
    public async Task KeepAsync(string area, string extract, TableReading table, CancellationToken cancel)
    {
        var name = $"{area}/{extract}/{table.Table}.csv";
        await blobs.DeleteAsync(Containers.Quarantine, ReplayMarks.NameOf(area, extract, table.Table), cancel);
        await WriteAsync(name, table.Refused.WriteRawAsync, cancel);
        await WriteAsync($"{area}/{extract}/{table.Table}{Reasons}", table.Refused.WriteListAsync, cancel);
        if (await forgotten.FilterAsync(area, cancel) is { } filter)
        {
            await new RefusedRowsEraser(blobs, filter).RunAsync(name, dryRun: false, cancel);
        }
    }

    /// <summary>Keeps why a batch or file is refused as a whole; the file itself stays in <c>landing</c>.</summary>
    /// <param name="verdict">Its entry of the ledger.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task KeepRefusalAsync(ExtractEntry verdict, IEnumerable<ValidationFinding> findings, CancellationToken cancel)
    {
        var faults = findings.Where(f => f.Severity == Severity.Error).Select(f => new { f.Table, f.Line, f.Column, Rule = f.Code, Reason = $"{f.Message} {f.Remedy}" });
        var document = new { verdict.Area, verdict.Extract, Rule = verdict.Reason, Reason = verdict.Message, Faults = faults };
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(document, PipelineJson.Indented));
        await blobs.WriteAsync(Containers.Quarantine, $"{verdict.Area}/{verdict.Extract}/{Refusal}", content, WriteCondition.Always, cancel);
    }

    /// <summary>Forgets what an earlier, refused copy of a batch left behind for tables of which every row is accepted now.</summary>
    /// <param name="area">Area.</param>
    /// <param name="extract">Batch or file.</param>
    /// <param name="refused">Tables that have refused rows in the copy that is committed.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task KeepOnlyAsync(string area, string extract, IReadOnlySet<string> refused, CancellationToken cancel)
    {
        List<string> gone = [];
        var prefix = $"{area}/{extract}/";
        await foreach (var blob in blobs.ListAsync(Containers.Quarantine, prefix, cancel))
        {
            var file = blob.Name[prefix.Length..];
            if (!refused.Contains(file.Split('.')[0]))
            {
                gone.Add(blob.Name);
            }
        }

        foreach (var name in gone)
        {
            await blobs.DeleteAsync(Containers.Quarantine, name, cancel);
        }
    }

    /// <summary>Every refused row of an area, or of one extract of it, by extract, table and line.</summary>
    public async Task<IReadOnlyList<QuarantinedRow>> ListAsync(string area, string? extract, CancellationToken cancel)
    {
        List<QuarantinedRow> rows = [];
        await foreach (var blob in blobs.ListAsync(Containers.Quarantine, extract is null ? $"{area}/" : $"{area}/{extract}/", cancel))
        {
            if (blob.Name.EndsWith(Reasons, StringComparison.Ordinal))
            {
                await ReadAsync(blob, area, rows, cancel);
            }
        }

        return
        [
            .. rows.OrderBy(row => row.Extract, StringComparer.Ordinal)
                .ThenBy(row => row.Table, StringComparer.Ordinal)
                .ThenBy(row => row.Line),
        ];
    }

    private async Task ReadAsync(BlobInfo blob, string area, List<QuarantinedRow> rows, CancellationToken cancel)
    {
        var path = blob.Name[(area.Length + 1)..^Reasons.Length];
        var cut = path.LastIndexOf('/');
        await using var content = await blobs.OpenReadAsync(Containers.Quarantine, blob.Name, blob.ETag, cancel);
        using var reader = new StreamReader(content);
        var marks = (await new ReplayMarks(blobs).ReadAsync(area, path[..cut], path[(cut + 1)..], cancel)).ToDictionary(m => m.Line, m => m.Outcome);
        await reader.ReadLineAsync(cancel);
        while (await reader.ReadLineAsync(cancel) is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            var lineNumber = long.Parse(cells[0], CultureInfo.InvariantCulture);
            rows.Add(new QuarantinedRow(path[..cut], path[(cut + 1)..], lineNumber, cells[1].Length == 0 ? null : cells[1], cells[2])
            {
                Outcome = marks.GetValueOrDefault(lineNumber),
            });
        }
    }

    private async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancel)
    {
        await using var buffer = new TemporaryStream();
        await write(buffer, cancel);
        buffer.Position = 0;
        await blobs.WriteAsync(Containers.Quarantine, name, buffer, WriteCondition.Always, cancel);
    }
}
