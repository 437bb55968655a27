using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>
/// The figures of one report are one partition (area, period, run). They are written under the run id first; then one
/// pointer row is flipped with its ETag, so that readers see all of a run or nothing of it (architecture.md 3.5).
/// </summary>
/// <param name="tables">Table storage.</param>
/// <param name="table">PriorityGroupWeekly, KpiMonthly …</param>
public sealed class FigureStore(ITables tables, string table)
{
    private const string PointerPrefix = "pointer|";
    private const string Run = "Run";
    private const string Reported = "Reported";
    private const string Complete = "Complete";

    /// <summary>Writes the figures of a run. Writing them again changes nothing.</summary>
    public Task WriteAsync(RunEntry run, IReadOnlyCollection<Figure> figures, CancellationToken cancel) =>
        tables.UpsertAsync(table, [.. figures.Select(f => ToRow(run, f))], cancel);

    /// <summary>Makes the run the one that readers of the period see.</summary>
    public async Task PublishAsync(RunEntry run, CancellationToken cancel)
    {
        while (true)
        {
            var known = await tables.FindAsync(table, PointerPartition(run.Area), run.Period, cancel);
            if (known?.Text(Run) == run.Id)
            {
                return;
            }

            try
            {
                await WritePointerAsync(known, run.Area, run.Period, run.Id, known?.Text(Reported), known?.Flag(Complete) == true, cancel);
                return;
            }
            catch (TableConflictException)
            {
                // Another run was published in between: read it, and put this one after it.
            }
        }
    }

    /// <summary>Remembers that this run is the one that people were told, which later weeks compare with.</summary>
    /// <param name="run">The run; the first one told stays.</param>
    /// <param name="complete">Everybody was told: nothing is due any more for the period.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task MarkReportedAsync(RunEntry run, bool complete, CancellationToken cancel)
    {
        var known = await tables.FindAsync(table, PointerPartition(run.Area), run.Period, cancel);
        if (known is not null && (known.Text(Reported) is null || known.Flag(Complete) != complete))
        {
            await WritePointerAsync(known, run.Area, run.Period, known.Text(Run) ?? run.Id, known.Text(Reported) ?? run.Id, complete, cancel);
        }
    }

    /// <summary>True when everybody was told of the period.</summary>
    public async Task<bool> IsCompleteAsync(string area, string period, CancellationToken cancel) =>
        (await tables.FindAsync(table, PointerPartition(area), period, cancel))?.Flag(Complete) == true;

    /// <summary>The run that readers of a period see; null before the first.</summary>
    public async Task<string?> PublishedRunAsync(string area, string period, CancellationToken cancel) =>
        (await tables.FindAsync(table, PointerPartition(area), period, cancel))?.Text(Run);

    /// <summary>The run of a period as people were told; the published one when nobody was told yet; null before the first.</summary>
    public async Task<string?> ReportedRunAsync(string area, string period, CancellationToken cancel) =>
        await tables.FindAsync(table, PointerPartition(area), period, cancel) is { } row ? row.Text(Reported) ?? row.Text(Run) : null;

    /// <summary>The run of a period that people were told of first; null when nobody was told yet.</summary>
    public async Task<string?> FirstReportedRunAsync(string area, string period, CancellationToken cancel) =>
        (await tables.FindAsync(table, PointerPartition(area), period, cancel))?.Text(Reported);

    /// <summary>Periods that have a published run, in order.</summary>
    public async Task<IReadOnlyList<string>> PeriodsAsync(string area, CancellationToken cancel)
    {
        List<string> periods = [];
        await foreach (var row in tables.QueryAsync(table, PointerPartition(area), string.Empty, cancel))
        {
            periods.Add(row.Row);
        }

        return periods;
    }

    private async Task WritePointerAsync(
        TableRow? known, string area, string period, string run, string? reported, bool complete, CancellationToken cancel)
    {
        var row = new TableRow(PointerPartition(area), period)
        {
            ETag = known?.ETag,
            Values = { [Run] = run, [Reported] = reported, [Complete] = complete, ["Partition"] = Partition(area, period, run) },
        };
        _ = known is null ? await tables.InsertAsync(table, row, cancel) : await tables.ReplaceAsync(table, row, cancel);
    }

    private static TableRow ToRow(RunEntry run, Figure figure) =>
        new(Partition(run.Area, run.Period, run.Id), $"{figure.Section}|{figure.Level}|{figure.Code}|{figure.Item}|{figure.Measure}")
        {
            Values =
            {
                ["Area"] = run.Area,
                ["Section"] = figure.Section,
                ["Level"] = figure.Level,
                ["Code"] = figure.Code,
                ["Item"] = figure.Item,
                ["Measure"] = figure.Measure,
                ["Period"] = run.Period,
                ["Numerator"] = figure.Numerator,
                ["Denominator"] = figure.Denominator,
                ["Value"] = figure.Value,
                ["Rank"] = figure.Rank,
                ["DefinitionVersion"] = run.DefinitionVersion,
                ["Extract"] = run.Extract,
                ["RunId"] = run.Id,
                ["ComputedAt"] = run.ComputedAt,
            },
        };

    private static string Partition(string area, string period, string run) => $"{area}|{period}|{run}";

    private static string PointerPartition(string area) => PointerPrefix + area;
}
