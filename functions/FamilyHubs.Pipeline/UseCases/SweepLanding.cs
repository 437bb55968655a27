using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Takes everything that lies in <c>landing</c> and is not dealt with, whatever events were lost, repeated or given up on: what was never
/// begun, what was cut off, what was sent anew, and what waited for something that has come since. What was refused or held is not
/// tried again before it changes. Safe to call at any time and from several workers.
/// </summary>
public sealed partial class SweepLanding(
    IBlobs blobs,
    ExtractLedger ledger,
    AreaProfiles profiles,
    IngestBatch batches,
    IngestFile files,
    ContractCatalog contracts,
    TimeProvider time,
    ILogger<SweepLanding> log)
{
    private const string ReferenceFolder = "reference/";

    /// <summary>What was taken up, in order. One area's trouble does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">Some areas failed; the next sweep tries them again.</exception>
    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(CancellationToken cancel)
    {
        using var work = PipelineActivity.Start("sweep");
        List<IngestOutcome> outcomes = [];
        List<Exception> faults = [];
        var areas = await profiles.AreasAsync(cancel);
        foreach (var area in areas)
        {
            try
            {
                await RunAreaAsync(area, outcomes, cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(log, fault, area);
                faults.Add(fault);
            }
        }

        // The sign of life: timers run, stores answer. An alert watches for its absence.
        Log.Heartbeat(log, areas.Count, outcomes.Count, faults.Count);
        return faults.Count == 0 ? outcomes : throw new AggregateException("The landing of some areas could not be swept; the next sweep tries again.", faults);
    }

    private async Task RunAreaAsync(string area, List<IngestOutcome> outcomes, CancellationToken cancel)
    {
        var landed = await LandedAsync(area, cancel);
        if (landed.Count == 0)
        {
            return;
        }

        var profile = await profiles.GetAsync(area, cancel);
        foreach (var (name, found) in landed.OrderBy(l => Turn(l.Key)).ThenBy(l => l.Key, StringComparer.Ordinal))
        {
            if (!IsDue(await ledger.ListAsync(area, cancel), name, found))
            {
                continue;
            }

            Log.Found(log, area, name);
            var outcome = name.Contains('/', StringComparison.Ordinal)
                ? await files.RunAsync(profile, name, cancel)
                : await batches.RunAsync(profile, name, force: false, progress: null, cancel);
            outcomes.Add(outcome);
            if (outcome.Busy)
            {
                return;
            }
        }
    }

    /// <summary>Batches with a manifest, returns and reference files of known names, each with its blobs and their ETags by name below the area.</summary>
    private async Task<Dictionary<string, Dictionary<string, string>>> LandedAsync(string area, CancellationToken cancel)
    {
        var landed = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(Containers.Landing, $"{area}/", cancel))
        {
            var path = blob.Name[(area.Length + 1)..];
            var cut = path.IndexOf('/', StringComparison.Ordinal);
            var name = contracts.ForFile(path) is not null || cut < 0 ? path : path[..cut];
            if (!landed.TryGetValue(name, out var found))
            {
                landed[name] = found = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            found[path] = blob.ETag;
        }

        foreach (var name in landed.Keys.Where(n => !n.Contains('/', StringComparison.Ordinal) && !landed[n].ContainsKey($"{n}/{Manifest.FileName}")).ToArray())
        {
            landed.Remove(name);
        }

        return landed;
    }

    private bool IsDue(IReadOnlyList<ExtractEntry> entries, string name, Dictionary<string, string> found)
    {
        if (entries.FirstOrDefault(e => e.Extract == name) is not { } entry)
        {
            return true;
        }

        if (entry.LeaseUntil is { } lease)
        {
            return lease <= time.GetUtcNow();
        }

        var changed = entry.Blobs.Count != found.Count || found.Any(f => entry.Blobs.GetValueOrDefault(f.Key) != f.Value);
        return changed || entry.IsSettled
            || (entry.State == ExtractState.Deferred && entries.Any(e => e is { State: ExtractState.Done, IsBatch: true } && e.UpdatedAt > entry.UpdatedAt));
    }

    /// <summary>Reference files first, as figures need them; returns last.</summary>
    private static int Turn(string name) =>
        name.StartsWith(ReferenceFolder, StringComparison.Ordinal) ? 0 : name.Contains('/', StringComparison.Ordinal) ? 2 : 1;

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
