using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>Which reports were computed from what: table <c>Runs</c>, partition = area, row = run id.</summary>
public sealed class RunLedger(ITables tables)
{
    public async Task<RunEntry?> FindAsync(string area, string id, CancellationToken cancel) =>
        await tables.FindAsync(TableNames.Runs, area, id, cancel) is { } row ? FromRow(row) : null;

    /// <summary>All runs of an area, oldest first.</summary>
    public async Task<IReadOnlyList<RunEntry>> ListAsync(string area, CancellationToken cancel)
    {
        List<RunEntry> runs = [];
        await foreach (var row in tables.QueryAsync(TableNames.Runs, area, string.Empty, cancel))
        {
            runs.Add(FromRow(row));
        }

        return [.. runs.OrderBy(r => r.ComputedAt).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    public Task WriteAsync(RunEntry run, CancellationToken cancel) => tables.UpsertAsync(TableNames.Runs, [ToRow(run)], cancel);

    private static TableRow ToRow(RunEntry run) => new(run.Area, run.Id)
    {
        Values =
        {
            ["Kind"] = run.Kind,
            ["Period"] = run.Period,
            ["Extract"] = run.Extract,
            ["DefinitionVersion"] = run.DefinitionVersion,
            ["State"] = run.State.ToString(),
            ["ComputedAt"] = run.ComputedAt,
            ["Reason"] = run.Reason,
            ["Figures"] = run.Figures,
            ["Pins"] = JsonSerializer.Serialize(run.Pins, PipelineJson.Compact),
        },
    };

    private static RunEntry FromRow(TableRow row) => new(
        row.Partition,
        row.Row,
        row.Text("Kind") ?? string.Empty,
        row.Text("Period") ?? string.Empty,
        row.Text("Extract") ?? string.Empty,
        row.Text("DefinitionVersion") ?? string.Empty,
        Enum.Parse<RunState>(row.Text("State") ?? nameof(RunState.Doing)),
        row.Time("ComputedAt") ?? default)
    {
        Reason = row.Text("Reason"),
        Figures = (int)(row.Integer("Figures") ?? 0),
        Pins = JsonSerializer.Deserialize<Dictionary<string, long>>(row.Text("Pins") ?? "{}", PipelineJson.Compact) ?? [],
    };
}
