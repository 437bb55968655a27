using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Takes everything that lies in <c>landing</c> and is not dealt with, whatever events were lost, repeated or given up on: what was never
/// begun, what was cut off, what was sent anew, and what waited for something that has come since. What was refused or held is not
/// tried again before it changes. Safe to call at any time and from several workers.
/// </summary>
public sealed partial class SweepLanding(
    LandedWork work,
    AreaProfiles profiles,
    IngestBatch batches,
    IngestFile files,
    ILogger<SweepLanding> log)
{
    /// <summary>What was taken up, in order. One area's trouble does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">Some areas failed; the next sweep tries them again.</exception>
    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(CancellationToken cancel)
    {
        using var work = PipelineActivity.Start("sweep");
        List<IngestOutcome> outcomes = [];
        var areas = await profiles.AreasAsync(cancel);
        var faults = await AreaRound.TryAsync(areas, area => RunAreaAsync(area, outcomes, cancel), (fault, area) => Log.Failed(log, fault, area));

        // The sign of life: timers run, stores answer. An alert watches for its absence.
        Log.Heartbeat(log, areas.Count, outcomes.Count, faults.Count);
        return faults.Count == 0 ? outcomes : throw new AggregateException("The landing of some areas could not be swept; the next sweep tries again.", faults);
    }

    private async Task RunAreaAsync(string area, List<IngestOutcome> outcomes, CancellationToken cancel)
    {
        var landed = await work.FindAsync(area, cancel);
        if (landed.Count == 0)
        {
            return;
        }

        var profile = await profiles.GetAsync(area, cancel);
        foreach (var item in landed)
        {
            if (!await work.IsDueAsync(area, item, cancel))
            {
                continue;
            }

            Log.Found(log, area, item.Name);
            var outcome = item.IsBatch
                ? await batches.RunAsync(profile, item.Name, force: false, progress: null, cancel)
                : await files.RunAsync(profile, item.Name, cancel);
            outcomes.Add(outcome);
            if (outcome.Busy)
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Warning, "{Name} of {Area} was still in landing and is taken up by the sweep", EventName = "SweepFound")]
        public static partial void Found(ILogger logger, string area, string name);

        [LoggerMessage(1302, LogLevel.Error, "Landing of {Area} could not be swept", EventName = "SweepFailed")]
        public static partial void Failed(ILogger logger, Exception fault, string area);

        [LoggerMessage(1303, LogLevel.Information, "Landing swept: {Areas} areas, {Taken} taken up, {Failed} failed", EventName = "Heartbeat")]
        public static partial void Heartbeat(ILogger logger, int areas, int taken, int failed);
    }
}
