using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Definitions;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Publishes the figures of a month as a snapshot (product.md, Snapshot for commissioners). A revision that was cut off is finished first; then, if
/// the published figures say something new, the next one is made. Safe to call at any time and from several workers.
/// </summary>
public sealed partial class PublishSnapshot(
    RunLedger runs,
    MonthlyReportArchive reports,
    SnapshotStore store,
    SnapshotDrafts drafts,
    DraftSnapshot compose,
    SnapshotComposer composer,
    DefinitionHistory definitions,
    ITables tables,
    ILogger<PublishSnapshot> log)
{
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    public async Task<SnapshotOutcome> RunAsync(Profile profile, Month month, CancellationToken cancel)
    {
        var (area, period) = (profile.Area, month.ToString());
        if (await _months.PublishedRunAsync(area, period, cancel) is not { } id
            || await runs.FindAsync(area, id, cancel) is not { State: RunState.Done } run
            || await reports.FindAsync(area, period, id, cancel) is not { } report)
        {
            return SnapshotOutcome.Refused($"No figures of {area} {period} are published. Compute them first: familyhubs monthly --area {area} --month {period}");
        }

        while (true)
        {
            var newest = await store.FindAsync(area, period, cancel);
            var before = newest is { } known ? await drafts.FindAsync(area, period, known.Pointer.Revision, cancel) : null;
            var draft = await drafts.FindAsync(area, period, (newest?.Pointer.Revision ?? 0) + 1, cancel);
            if (draft is null)
            {
                if (before is not null && DraftSnapshot.IsSame(before, profile, report))
                {
                    return new SnapshotOutcome(SnapshotState.Unchanged, await store.ManifestAsync(area, period, before.Revision, cancel), Refusal: null);
                }

                try
                {
                    draft = await drafts.WriteAsync(await compose.RunAsync(profile, run, report, before, cancel), cancel);
                }
                catch (InvalidOperationException exposed)
                {
                    Log.Exposed(log, area, period, id, exposed.Message);
                    return SnapshotOutcome.Refused($"The disclosure check refuses the snapshot of {area} {period}: {exposed.Message} Nothing of it is published.");
                }
            }

            var manifest = await store.PublishAsync(await composer.ComposeAsync(draft, before, cancel), cancel);
            await definitions.RememberAsync(area, new DefinitionVersion(draft.Origin.DefinitionVersion, draft.Origin.ComputedAt, draft.Definitions), cancel);
            Log.Published(log, area, period, draft.Revision, draft.Origin.Run, manifest.Changes.Count);
            if (draft.Origin.Run == id)
            {
                return new SnapshotOutcome(SnapshotState.Published, manifest, Refusal: null);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2401, LogLevel.Information, "Snapshot of {Area} {Month} published as revision {Revision} from run {Run}: {Changes} figures differ from the one before",
            EventName = "SnapshotPublished")]
        public static partial void Published(ILogger logger, string area, string month, int revision, string run, int changes);

        [LoggerMessage(2402, LogLevel.Error, "Snapshot of {Area} {Month} refused by the disclosure check, run {Run}: {Reason}", EventName = "SnapshotExposed")]
        public static partial void Exposed(ILogger logger, string area, string month, string run, string reason);
    }
}
