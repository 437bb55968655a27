using System.Text.Json;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// Which batches came, and what became of them: table <c>Extracts</c>, partition = area, row = batch.
/// One worker has an area at a time (<see cref="AreaLease"/>). It claims the row of the batch, and only the claim's ETag lets it write the outcome.
/// </summary>
public sealed class ExtractLedger(ITables tables, TimeProvider time)
{
    /// <summary>How long a worker may be silent before another takes its area over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    public async Task<ExtractEntry?> FindAsync(string area, string extract, CancellationToken cancel) =>
        await tables.FindAsync(TableNames.Extracts, area, extract, cancel) is { } row ? FromRow(row) : null;

    /// <summary>All entries of an area by name, so that batches come in time order.</summary>
    public async Task<IReadOnlyList<ExtractEntry>> ListAsync(string area, CancellationToken cancel)
    {
        List<ExtractEntry> entries = [];
        await foreach (var row in tables.QueryAsync(TableNames.Extracts, area, string.Empty, cancel))
        {
            entries.Add(FromRow(row));
        }

        return entries;
    }

    /// <summary>
    /// Claims a batch for this worker, which has the lease of the area. Null when another worker has written the row meanwhile. What was committed
    /// stays committed while a later copy of it is read, and when that copy is refused.
    /// </summary>
    public async Task<ExtractEntry?> ClaimAsync(string area, string extract, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var known = await FindAsync(area, extract, cancel);
        var claim = (known ?? new ExtractEntry(area, extract, ExtractState.Doing, now)) with
        {
            State = known?.State == ExtractState.Done ? ExtractState.Done : ExtractState.Doing,
            UpdatedAt = now,
        };
        try
        {
            return claim with { ETag = await WriteAsync(claim, cancel) };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>Writes the outcome of a claimed batch.</summary>
    /// <exception cref="TableConflictException">The lease ran out and another worker took over: nothing was written.</exception>
    public async Task<ExtractEntry> FinishAsync(ExtractEntry entry, CancellationToken cancel)
    {
        var finished = entry with { UpdatedAt = time.GetUtcNow() };
        return finished with { ETag = await WriteAsync(finished, cancel) };
    }

    /// <summary>Corrects a count of an entry; its state and the time of its last change stay.</summary>
    /// <exception cref="TableConflictException">The entry was changed meanwhile: nothing was written.</exception>
    public Task AmendAsync(ExtractEntry entry, CancellationToken cancel) => WriteAsync(entry, cancel);

    private Task<string> WriteAsync(ExtractEntry entry, CancellationToken cancel) => entry.ETag is null
        ? tables.InsertAsync(TableNames.Extracts, ToRow(entry), cancel)
        : tables.ReplaceAsync(TableNames.Extracts, ToRow(entry), cancel);

    private static TableRow ToRow(ExtractEntry entry) => new(entry.Area, entry.Extract)
    {
        ETag = entry.ETag,
        Values =
        {
            ["State"] = entry.State.ToString(),
            ["UpdatedAt"] = entry.UpdatedAt,
            ["Reason"] = entry.Reason,
            ["Message"] = entry.Message,
            ["ContentHash"] = entry.ContentHash,
            ["DateTo"] = entry.DateTo?.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
            ["Sequence"] = entry.Sequence,
            ["RefusedRows"] = entry.RefusedRows,
            ["Tables"] = JsonSerializer.Serialize(entry.Tables, PipelineJson.Compact),
            ["Pins"] = JsonSerializer.Serialize(entry.Pins, PipelineJson.Compact),
            ["Quality"] = JsonSerializer.Serialize(entry.Quality, PipelineJson.Compact),
            ["Warnings"] = JsonSerializer.Serialize(entry.Warnings, PipelineJson.Compact),
            ["Blobs"] = JsonSerializer.Serialize(entry.Blobs, PipelineJson.Compact),
            ["Commits"] = entry.Commits,
            ["Organisations"] = JsonSerializer.Serialize(entry.Organisations, PipelineJson.Compact),
        },
    };

    private static ExtractEntry FromRow(TableRow row) => new(
        row.Partition,
        row.Row,
        Enum.Parse<ExtractState>(row.Text("State") ?? throw Damaged(row, "State")),
        row.Time("UpdatedAt") ?? throw Damaged(row, "UpdatedAt"))
    {
        ETag = row.ETag,
        Reason = row.Text("Reason"),
        Message = row.Text("Message"),
        ContentHash = row.Text("ContentHash"),
        DateTo = row.Text("DateTo") is { } text ? DateTime.ParseExact(text, "s", System.Globalization.CultureInfo.InvariantCulture) : null,
        Sequence = row.Integer("Sequence") ?? 0,
        Tables = Read<TableIngest[]>(row, "Tables"),
        Pins = Read<Dictionary<string, long>>(row, "Pins"),
        Quality = Read<Finding[]>(row, "Quality"),
        Warnings = Read<string[]>(row, "Warnings"),
        Blobs = Read<Dictionary<string, string>>(row, "Blobs"),
        Commits = row.Integer("Commits") ?? 0,
        Organisations = Read<string[]>(row, "Organisations"),
    };

    private static T Read<T>(TableRow row, string property) =>
        JsonSerializer.Deserialize<T>(row.Text(property) ?? throw Damaged(row, property), PipelineJson.Compact)
        ?? throw Damaged(row, property);

    private static InvalidDataException Damaged(TableRow row, string property) =>
        new($"Row {row.Partition} / {row.Row} of table {TableNames.Extracts} has no readable {property}.");
}
