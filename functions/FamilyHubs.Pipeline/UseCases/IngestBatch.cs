using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Telemetry;
using FamilyHubs.Pipeline.UseCases.Quality;
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
    ForgottenPeople forgotten,
    ExtractQualityReports quality,
    LandedWork landed,
    ContractCatalog contracts,
    IPersonKeySource keys,
    TimeProvider time,
    ILogger<IngestBatch> log)
{
    /// <summary>A sender who sends a batch again, and has been silent for so long, has done so in another order than with the manifest last.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);

    /// <summary>Ingests the batch, and then those that waited for it.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="extract">Folder of the batch under <c>landing/{area}/</c>.</param>
    /// <param name="force">Take it although newer data was committed: a planned re-load.</param>
    /// <param name="progress">Told while rows are read.</param>
    /// <param name="cancel">Cancels; what was not finished is done by the next call.</param>
    public Task<IngestOutcome> RunAsync(
        Profile profile, string extract, bool force, IProgress<ReadProgress>? progress, CancellationToken cancel) =>
        RunAsync(profile, extract, new Permission(force, Release: false), progress, cancel);

    /// <summary>Ingests a batch that was held because it looked wrong: somebody has made sure that it is right.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="extract">Folder of the batch under <c>landing/{area}/</c>.</param>
    /// <param name="progress">Told while rows are read.</param>
    /// <param name="cancel">Cancels; what was not finished is done by the next call.</param>
    public Task<IngestOutcome> ReleaseAsync(Profile profile, string extract, IProgress<ReadProgress>? progress, CancellationToken cancel) =>
        RunAsync(profile, extract, new Permission(Force: false, Release: true), progress, cancel);

    private async Task<IngestOutcome> RunAsync(
        Profile profile, string extract, Permission permission, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        await using var hold = await leases.HoldAsync(profile.Area, cancel);
        if (hold is null)
        {
            return IngestOutcome.OfBusy(profile.Area, extract);
        }

        try
        {
            if (permission == default && !await TakeEarlierAsync(profile, extract, progress, hold))
            {
                return IngestOutcome.OfBusy(profile.Area, extract);
            }

            var outcome = await IngestAsync(profile, extract, permission, progress, hold);
            if (outcome.IsDone)
            {
                await TakeDeferredAsync(profile, progress, hold);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (hold.IsLost)
        {
            return IngestOutcome.OfBusy(profile.Area, extract);
        }
    }

    /// <summary>Batches that were drawn earlier and lie in landing too: events come in any order, and an older batch after a newer one would be refused.</summary>
    /// <returns>False when one of them is not finished, so that what comes after it has to wait.</returns>
    private async Task<bool> TakeEarlierAsync(Profile profile, string extract, IProgress<ReadProgress>? progress, AreaHold hold)
    {
        foreach (var item in await landed.FindAsync(profile.Area, hold.Token))
        {
            if (item.IsBatch && string.CompareOrdinal(item.Name, extract) < 0 && await landed.IsDueAsync(profile.Area, item, hold.Token)
                && (await IngestAsync(profile, item.Name, default, progress, hold)).Entry.State == ExtractState.Doing)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Batches that waited for one that has come now, in time order.</summary>
    private async Task TakeDeferredAsync(Profile profile, IProgress<ReadProgress>? progress, AreaHold hold)
    {
        foreach (var waiting in await ledger.ListAsync(profile.Area, hold.Token))
        {
            if (waiting.State == ExtractState.Deferred)
            {
                await IngestAsync(profile, waiting.Extract, default, progress, hold);
            }
        }
    }

    private async Task<IngestOutcome> IngestAsync(
        Profile profile, string extract, Permission permission, IProgress<ReadProgress>? progress, AreaHold hold)
    {
        var cancel = hold.Token;
        using var work = PipelineActivity.Start("ingest", profile.Area, extract);
        var entries = await ledger.ListAsync(profile.Area, cancel);
        var committed = new CommittedExtracts(entries);
        var manifest = await blobs.FindAsync(Containers.Landing, $"{profile.Area}/{extract}/{Manifest.FileName}", cancel);
        if (entries.FirstOrDefault(e => e.Extract == extract) is { IsSettled: true } settled
            && (manifest is null || settled.Blobs.GetValueOrDefault($"{extract}/{Manifest.FileName}") == manifest.ETag))
        {
            // An earlier try was cut off while it moved the files.
            await archive.MoveAsync(settled, cancel);
            return new IngestOutcome(settled, [], AlreadyDone: true);
        }

        if (await ledger.ClaimAsync(profile.Area, extract, cancel) is not { } claimed)
        {
            return IngestOutcome.OfBusy(profile.Area, extract);
        }

        var key = await keys.GetAsync(cancel);
        await using var staging = new BatchStaging(lake, await forgotten.FindAsync(profile.Area, cancel));
        await using var files = new BlobBatch(blobs, profile.Area, extract);
        var reader = new BatchReader(contracts, new PersonKeys(key.Key, key.Version), profile.Extract);
        await using var reading = await reader.ReadAsync(files, History(committed, permission.Force), staging.SinkFor, progress, cancel);
        if (permission == default && files.SentSinceManifest is { } sent && time.GetUtcNow() - sent < LongestSilence)
        {
            // Its manifest, or the sweep when the sender has become silent, has it taken as one piece.
            return IngestOutcome.OfBeingSent(claimed);
        }

        var claim = claimed with { Blobs = files.ETags };
        List<ValidationFinding> findings = [.. reading.AllFindings];
        if (reading.Verdict == BatchVerdict.Duplicate)
        {
            return await AcknowledgeAsync(claim, reading, findings, cancel);
        }

        foreach (var table in reading.Tables.Where(t => t.Refused.Count > 0))
        {
            await quarantine.KeepAsync(profile.Area, extract, table, cancel);
        }

        if (reading.Verdict != BatchVerdict.Accepted)
        {
            var state = reading.Verdict == BatchVerdict.Deferred ? ExtractState.Deferred : ExtractState.Refused;
            return await RefuseAsync(profile, committed, claim, state, reading, reading.Findings.First(f => f.Severity == Severity.Error), findings, cancel);
        }

        var doubt = permission.Release ? null
            : HoldChecks.Find(reading, staging.Organisations, committed, profile)
                ?? await staging.FindMissingDistrictAsync(reading, profile, committed.CurrentPins, cancel);
        if (doubt is not null)
        {
            return await RefuseAsync(profile, committed, claim, ExtractState.Held, reading, doubt, [doubt, .. findings], cancel);
        }

        return await CommitAsync(profile, claim, committed, reading, staging, findings, hold);
    }

    private async Task<IngestOutcome> CommitAsync(
        Profile profile,
        ExtractEntry claim,
        CommittedExtracts committed,
        BatchReading reading,
        BatchStaging staging,
        List<ValidationFinding> findings,
        AreaHold hold)
    {
        var cancel = hold.Token;
        var refused = reading.Tables.Where(t => t.Refused.Count > 0).Select(t => t.Table).ToHashSet(StringComparer.Ordinal);
        await quarantine.KeepOnlyAsync(claim.Area, claim.Extract, refused, cancel);
        var source = CommitSources.Of(claim, reading.ContentHash);
        var commits = await staging.CommitAsync(claim.Area, profile.Extract, reading, source, committed.CurrentPins, cancel);
        var pins = new Dictionary<string, long>(committed.CurrentPins, StringComparer.Ordinal);
        foreach (var commit in commits.Values)
        {
            CommitSources.Pin(pins, commit);
        }

        var removals = await staging.RemovePatientsAsync(claim.Area, contracts, committed.CurrentPins, pins, source, cancel);
        var unknown = await staging.UnknownCodesAsync(claim.Area, claim.Extract, pins, cancel);
        var done = claim with
        {
            State = ExtractState.Done,
            Reason = null,
            Message = null,
            ContentHash = reading.ContentHash,
            DateTo = reading.Tables.Max(t => t.ExtractTo),
            Sequence = committed.LastSequence + 1,
            Commits = claim.Commits + 1,
            Organisations = staging.Organisations,
            Tables =
            [
                .. reading.Tables.Select(t => IngestCounts.Of(
                    t, reading.Manifest, commits[t.Table], removals.GetValueOrDefault(t.Table), pins.GetValueOrDefault(t.Table, -1), staging.LeftOut(t.Table))),
            ],
            Pins = pins,
            Quality = [.. reading.Tables.SelectMany(t => IngestFindings.Of(t.Table, t.Rows, t.Refused.ByReason.GetValueOrDefault(ReasonCodes.BadDate), t.Quality)), .. unknown],
            Warnings = [.. reading.Findings.Where(f => f.Severity != Severity.Error).OrderByDescending(f => f.Severity).Select(f => $"{f.Code}: {f.Table}: {f.Message}").Take(50)],
        };
        await quality.WriteAsync(
            ExtractQualityBuilder.Of(done, reading.Tables, reading.Skipped, findings, committed, profile.DataQuality), profile, cancel);
        await hold.ConfirmAsync();
        var finished = await ledger.FinishAsync(done, cancel);
        var rows = finished.Tables.Sum(t => t.Rows);
        Log.Committed(log, claim.Area, claim.Extract, rows, finished.RefusedRows);
        PipelineMetrics.RowsIngested(claim.Area, rows - finished.RefusedRows, finished.RefusedRows);
        PipelineMetrics.BatchSettled(claim.Area, nameof(ExtractState.Done));
        await archive.MoveAsync(finished, cancel);
        return new IngestOutcome(finished, findings);
    }

    /// <summary>Writes down that the batch is not taken. What was committed under its name before stays committed.</summary>
    private async Task<IngestOutcome> RefuseAsync(
        Profile profile,
        CommittedExtracts committed,
        ExtractEntry claim,
        ExtractState state,
        BatchReading reading,
        ValidationFinding error,
        List<ValidationFinding> findings,
        CancellationToken cancel)
    {
        var verdict = claim with { Reason = error.Code, Message = $"{error.Table}{(error.Table is null ? string.Empty : ": ")}{error.Message} {error.Remedy}" };
        if (claim.State != ExtractState.Done)
        {
            verdict = verdict with { State = state, ContentHash = reading.ContentHash, Sequence = 0 };
            await quality.WriteAsync(
                ExtractQualityBuilder.Of(verdict, reading.Tables, reading.Skipped, findings, committed, profile.DataQuality), profile, cancel);
        }

        // Another copy of what is committed leaves no trace: else it would depend on whether it was looked at before it was put right.
        if (state == ExtractState.Refused && claim.State != ExtractState.Done)
        {
            await quarantine.KeepRefusalAsync(verdict, findings, cancel);
        }

        var written = await ledger.FinishAsync(verdict, cancel);
        Log.NotTaken(log, claim.Area, claim.Extract, state, error.Code, error.Table);
        PipelineMetrics.BatchSettled(claim.Area, state.ToString());
        return new IngestOutcome(written with { State = state }, findings);
    }

    /// <summary>The same content again: nothing is done, and it does not stay in landing.</summary>
    private async Task<IngestOutcome> AcknowledgeAsync(
        ExtractEntry claim, BatchReading reading, List<ValidationFinding> findings, CancellationToken cancel)
    {
        var entry = await ledger.FinishAsync(
            claim.State == ExtractState.Done
                ? claim with { Reason = null, Message = null }
                : claim with { State = ExtractState.Duplicate, Reason = ReasonCodes.Duplicate, Message = "The same content was committed before.", ContentHash = reading.ContentHash },
            cancel);
        await archive.MoveAsync(entry, cancel);
        return new IngestOutcome(entry, findings, AlreadyDone: true);
    }

    private static BatchHistory History(CommittedExtracts committed, bool force) => new()
    {
        LastExtractTo = committed.LastExtractTo,
        ContentHashes = committed.ContentHashes,
        EarlierMayCome = true,
        Force = force,
    };

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Information, "Extract {Extract} of {Area} committed: {Rows} rows, {Refused} refused", EventName = "ExtractCommitted")]
        public static partial void Committed(ILogger logger, string area, string extract, long rows, long refused);

        [LoggerMessage(1102, LogLevel.Error, "Extract {Extract} of {Area} {State}: {Reason} ({Table})", EventName = "ExtractRefused")]
        public static partial void NotTaken(ILogger logger, string area, string extract, ExtractState state, string reason, string? table);
    }

    /// <param name="Force">Older data may replace newer.</param>
    /// <param name="Release">Doubts about the whole have been looked into.</param>
    private readonly record struct Permission(bool Force, bool Release);
}
