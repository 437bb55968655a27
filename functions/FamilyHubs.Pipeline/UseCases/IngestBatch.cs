using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Takes one batch from <c>landing</c> into the lake (extracts.md 1-3): reads and checks all of it, then commits each table, then
/// writes the ledger entry that makes all tables visible together. May be cut off anywhere and done again.
/// </summary>
public sealed partial class IngestBatch(
    IBlobs blobs,
    LakeStore lake,
    ExtractLedger ledger,
    AreaLease leases,
    QuarantineStore quarantine,
    LandingArchive archive,
    ContractCatalog contracts,
    IPersonKeySource keys,
    ILogger<IngestBatch> log)
{
    /// <summary>Ingests the batch, and then those that waited for it.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="extract">Folder of the batch under <c>landing/{area}/</c>.</param>
    /// <param name="force">Take it although newer data was committed: a planned re-load.</param>
    /// <param name="progress">Told while rows are read.</param>
    /// <param name="cancel">Cancels; what was not finished is done by the next call.</param>
    public async Task<IngestOutcome> RunAsync(
        Profile profile, string extract, bool force, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        if (await leases.TakeAsync(profile.Area, cancel) is not { } lease)
        {
            return Busy(profile.Area, extract);
        }

        try
        {
            var outcome = await IngestAsync(profile, extract, force, progress, cancel);
            if (outcome is { IsDone: true, AlreadyDone: false })
            {
                await TakeDeferredAsync(profile, progress, cancel);
            }

            return outcome;
        }
        finally
        {
            await leases.ReturnAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>Batches that waited for one that has come now, in time order.</summary>
    private async Task TakeDeferredAsync(Profile profile, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        foreach (var waiting in await ledger.ListAsync(profile.Area, cancel))
        {
            if (waiting.State == ExtractState.Deferred)
            {
                await IngestAsync(profile, waiting.Extract, force: false, progress, cancel);
            }
        }
    }

    private async Task<IngestOutcome> IngestAsync(
        Profile profile, string extract, bool force, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        var entries = await ledger.ListAsync(profile.Area, cancel);
        var committed = new CommittedExtracts(entries);
        if (await blobs.FindAsync(Containers.Landing, $"{profile.Area}/{extract}/{Manifest.FileName}", cancel) is null
            && committed.Find(extract) is { } done)
        {
            return new IngestOutcome(done, [], AlreadyDone: true);
        }

        if (await ledger.ClaimAsync(profile.Area, extract, cancel) is not { } claim)
        {
            return Busy(profile.Area, extract);
        }

        var key = await keys.GetAsync(cancel);
        await using var staging = new BatchStaging(lake);
        await using var files = new BlobBatch(blobs, profile.Area, extract);
        var reader = new BatchReader(contracts, new PersonKeys(key.Key, key.Version), profile.Extract);
        await using var reading = await reader.ReadAsync(files, History(committed, force), staging.SinkFor, progress, cancel);
        List<ValidationFinding> findings = [.. reading.AllFindings];
        if (reading.Verdict == BatchVerdict.Duplicate)
        {
            return await AcknowledgeAsync(profile.Area, claim, committed, reading, findings, cancel);
        }

        foreach (var table in reading.Tables.Where(t => t.Refused.Count > 0))
        {
            await quarantine.KeepAsync(profile.Area, extract, table, cancel);
        }

        if (reading.Verdict != BatchVerdict.Accepted)
        {
            var error = reading.Findings.First(f => f.Severity == Severity.Error);
            var refused = await ledger.FinishAsync(
                claim with
                {
                    State = reading.Verdict == BatchVerdict.Deferred ? ExtractState.Deferred : ExtractState.Refused,
                    Reason = error.Code,
                    Message = $"{error.Table}{(error.Table is null ? string.Empty : ": ")}{error.Message} {error.Remedy}",
                    ContentHash = reading.ContentHash,
                    Sequence = 0,
                },
                cancel);
            Log.Refused(log, profile.Area, extract, error.Code, error.Table);
            return new IngestOutcome(refused, findings);
        }

        var source = new CommitSource(extract, reading.ContentHash);
        var commits = await staging.CommitAsync(profile.Area, profile.Extract, reading, source, cancel);
        var pins = new Dictionary<string, long>(committed.CurrentPins, StringComparer.Ordinal);
        foreach (var commit in commits.Values.Where(c => c.Version >= 0))
        {
            pins[commit.Table] = commit.Version;
        }

        await staging.RemovePatientsAsync(profile.Area, contracts, committed.CurrentPins, pins, source, cancel);
        var finished = await ledger.FinishAsync(
            claim with
            {
                State = ExtractState.Done,
                Reason = null,
                Message = null,
                ContentHash = reading.ContentHash,
                DateTo = reading.Tables.Max(t => t.ExtractTo),
                Sequence = committed.LastSequence + 1,
                Tables = [.. reading.Tables.Select(t => IngestCounts.Of(t, reading.Manifest, commits[t.Table]))],
                Pins = pins,
                Warnings = [.. reading.Findings.Where(f => f.Severity != Severity.Error).Select(f => $"{f.Code}: {f.Table}: {f.Message}").Take(50)],
            },
            cancel);
        Log.Committed(log, profile.Area, extract, finished.Tables.Sum(t => t.Rows), finished.RefusedRows);
        await archive.MoveAsync(profile.Area, extract, cancel);
        return new IngestOutcome(finished, findings);
    }

    /// <summary>The same content again: nothing is done, and it does not stay in landing.</summary>
    private async Task<IngestOutcome> AcknowledgeAsync(
        string area,
        ExtractEntry claim,
        CommittedExtracts committed,
        BatchReading reading,
        List<ValidationFinding> findings,
        CancellationToken cancel)
    {
        var former = committed.Find(claim.Extract);
        var entry = await ledger.FinishAsync(
            former is null
                ? claim with { State = ExtractState.Duplicate, Reason = ReasonCodes.Duplicate, Message = "The same content was committed before.", ContentHash = reading.ContentHash }
                : claim with { State = ExtractState.Done },
            cancel);
        await archive.MoveAsync(area, claim.Extract, cancel);
        return new IngestOutcome(entry, findings, AlreadyDone: true);
    }

    private static BatchHistory History(CommittedExtracts committed, bool force) => new()
    {
        LastExtractTo = committed.LastExtractTo,
        ContentHashes = committed.ContentHashes,
        EarlierMayCome = true,
        Force = force,
    };

    private static IngestOutcome Busy(string area, string extract) =>
        new(new ExtractEntry(area, extract, ExtractState.Doing, default) { Message = $"Another worker is ingesting for {area}; try again in a while." }, [], Busy: true);

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Information, "Extract {Extract} of {Area} committed: {Rows} rows, {Refused} refused", EventName = "ExtractCommitted")]
        public static partial void Committed(ILogger logger, string area, string extract, long rows, long refused);

        [LoggerMessage(1102, LogLevel.Error, "Extract {Extract} of {Area} refused: {Reason} ({Table})", EventName = "ExtractRefused")]
        public static partial void Refused(ILogger logger, string area, string extract, string reason, string? table);
    }
}
