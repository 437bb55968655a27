using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Telemetry;
using FamilyHubs.Pipeline.UseCases.Forgetting;
using FamilyHubs.Pipeline.UseCases.Quality;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Takes a return or reference file from <c>landing</c> (extracts.md 5): a reference file replaces the former one, a return the rows that came in
/// a file of its name and rows of the same key; recipients go to table storage. May be cut off anywhere and done again.
/// </summary>
public sealed partial class IngestFile(
    IBlobs blobs,
    LakeStore lake,
    ExtractLedger ledger,
    AreaLease leases,
    RecipientBook recipients,
    QuarantineStore quarantine,
    LandingArchive archive,
    ForgottenPeople forgotten,
    ExtractQualityReports quality,
    ContractCatalog contracts,
    IPersonKeySource keys,
    ILogger<IngestFile> log)
{
    private const string UnknownFile = "file-unknown";

    /// <param name="profile">Profile of the area.</param>
    /// <param name="path">Path below <c>landing/{area}/</c>, e.g. <c>reference/postcodes.csv</c>.</param>
    /// <param name="cancel">Cancels; what was not finished is done by the next call.</param>
    public async Task<IngestOutcome> RunAsync(Profile profile, string path, CancellationToken cancel)
    {
        await using var hold = await leases.HoldAsync(profile.Area, cancel);
        if (hold is null)
        {
            return IngestOutcome.OfBusy(profile.Area, path);
        }

        try
        {
            return await IngestAsync(profile, path, hold);
        }
        catch (OperationCanceledException) when (hold.IsLost)
        {
            return IngestOutcome.OfBusy(profile.Area, path);
        }
    }

    private async Task<IngestOutcome> IngestAsync(Profile profile, string path, AreaHold hold)
    {
        var cancel = hold.Token;
        using var work = PipelineActivity.Start("ingest-file", profile.Area, path);
        var area = profile.Area;
        var committed = new CommittedExtracts(await ledger.ListAsync(area, cancel));
        var known = await ledger.FindAsync(area, path, cancel);
        if (await blobs.FindAsync(Containers.Landing, $"{area}/{path}", cancel) is not { } blob)
        {
            return await MissingAsync(area, path, known, cancel);
        }

        if (known is { IsSettled: true } && known.Blobs.GetValueOrDefault(path) == blob.ETag)
        {
            // An earlier try was cut off before it moved the file.
            await archive.MoveAsync(known, cancel);
            return new IngestOutcome(known, [], AlreadyDone: true);
        }

        if (await ledger.ClaimAsync(area, path, cancel) is not { } claimed)
        {
            return IngestOutcome.OfBusy(area, path);
        }

        var claim = claimed with { Blobs = new Dictionary<string, string>(StringComparer.Ordinal) { [path] = blob.ETag } };
        if (contracts.ForFile(path) is not { } contract)
        {
            return await RefuseAsync(claim, UnknownFile, $"No contract is for a file of that name. Known are: {string.Join(", ", Sources())}.", [], cancel);
        }

        var key = await keys.GetAsync(cancel);
        await using var staged = lake.Stage(contract.LakeSchema);
        var rows = await forgotten.FindAsync(area, cancel) is { } list ? new ForgottenRowsSink(contract, list, staged) : null;
        var people = contract.Store == ContractStore.Recipients ? new RecipientSink(profile) : null;
        var reading = await new ReturnReader(contracts, new PersonKeys(key.Key, key.Version), profile.Extract).ReadAsync(
            path,
            await blobs.OpenReadAsync(Containers.Landing, blob.Name, blob.ETag, cancel),
            (ITableSink?)people ?? (ITableSink?)rows ?? staged,
            cancel);
        await using var refused = reading.Refused;
        people?.RefuseInto(refused);
        List<ValidationFinding> findings = [.. reading.Findings, .. people?.Findings ?? [], .. refused.First.Select(RefusalTexts.Finding)];
        if (refused.Count > 0)
        {
            await quarantine.KeepAsync(area, path, reading, cancel);
        }

        if (!reading.IsAccepted)
        {
            var error = reading.Findings.First(f => f.Severity == Severity.Error);
            var verdict = claim with { State = ExtractState.Refused, Reason = error.Code, Message = $"{error.Message} {error.Remedy}" };
            await quality.WriteAsync(ExtractQualityBuilder.Of(verdict, [reading], [], findings, committed, profile.DataQuality), profile, cancel);
            return await RefuseAsync(claim, error.Code, verdict.Message, findings, cancel);
        }

        if (claim.State == ExtractState.Done && claim.ContentHash == reading.ContentHash)
        {
            var same = await ledger.FinishAsync(claim with { Reason = null, Message = null }, cancel);
            await archive.MoveAsync(same, cancel);
            return new IngestOutcome(same, findings, AlreadyDone: true);
        }

        await quarantine.KeepOnlyAsync(
            area, path, refused.Count > 0 ? new HashSet<string>(StringComparer.Ordinal) { reading.Table } : new HashSet<string>(StringComparer.Ordinal), cancel);
        var pins = new Dictionary<string, long>(committed.CurrentPins, StringComparer.Ordinal);
        var counts = people is not null
            ? await ReplaceRecipientsAsync(area, reading, people, cancel)
            : await CommitAsync(claim, reading, staged, pins, rows?.LeftOut ?? 0, cancel);
        var done = claim with
        {
            State = ExtractState.Done,
            Reason = null,
            Message = null,
            ContentHash = reading.ContentHash,
            Sequence = committed.LastSequence + 1,
            Commits = claim.Commits + 1,
            Tables = [counts],
            Pins = pins,
            Warnings = [.. findings.Where(f => f.Severity != Severity.Error).OrderByDescending(f => f.Severity).Select(FindingLine).Take(50)],
        };
        await quality.WriteAsync(ExtractQualityBuilder.Of(done, [reading], [], findings, committed, profile.DataQuality), profile, cancel);
        await hold.ConfirmAsync();
        var finished = await ledger.FinishAsync(done, cancel);
        Log.Committed(log, area, path, counts.Rows, counts.Refused);
        PipelineMetrics.RowsIngested(area, counts.Rows - counts.Refused, counts.Refused);
        PipelineMetrics.BatchSettled(area, nameof(ExtractState.Done));
        await archive.MoveAsync(finished, cancel);
        return new IngestOutcome(finished, findings);
    }

    /// <summary>An event came late, or the file was taken away before it was read: nothing is lost in the first case, and it is put on record in the second.</summary>
    private async Task<IngestOutcome> MissingAsync(string area, string path, ExtractEntry? known, CancellationToken cancel)
    {
        if (known is { State: ExtractState.Done })
        {
            return new IngestOutcome(known, [], AlreadyDone: true);
        }

        return await ledger.ClaimAsync(area, path, cancel) is { } claim
            ? await RefuseAsync(claim, ReasonCodes.FileMissing, "The file was announced and is not there any more. Send it again.", [], cancel)
            : IngestOutcome.OfBusy(area, path);
    }

    private async Task<TableIngest> CommitAsync(
        ExtractEntry claim, TableReading reading, StagedTable staged, Dictionary<string, long> pins, long leftOut, CancellationToken cancel)
    {
        var mode = staged.RowsIn == 0 ? MergeMode.Upsert
            : claim.Extract.StartsWith("reference/", StringComparison.Ordinal) ? MergeMode.ReplaceAll
            : MergeMode.ReplaceFile;
        var commit = await lake.CommitAsync(
            claim.Area, staged, mode, CommitSources.Without(CommitSources.Of(claim, reading.ContentHash), leftOut), pins.GetValueOrDefault(reading.Table, -1), cancel);
        CommitSources.Pin(pins, commit);
        return IngestCounts.Of(reading, manifest: null, commit, removal: null, pins.GetValueOrDefault(commit.Table, -1), leftOut);
    }

    private async Task<TableIngest> ReplaceRecipientsAsync(string area, TableReading reading, RecipientSink people, CancellationToken cancel)
    {
        await recipients.ReplaceAsync(area, people.Recipients, cancel);
        var kept = people.Recipients.Count;
        return new TableIngest(
            reading.Table, IsDelta: false, From: null, To: null, reading.Rows, kept, reading.Rows - kept, 0, kept, 0, 0, 0, Version: -1, kept);
    }

    private async Task<IngestOutcome> RefuseAsync(
        ExtractEntry claim, string reason, string message, IReadOnlyList<ValidationFinding> findings, CancellationToken cancel)
    {
        var verdict = claim with { Reason = reason, Message = message };
        await quarantine.KeepRefusalAsync(verdict, findings, cancel);

        // What was committed under this name before stays committed.
        var refused = await ledger.FinishAsync(
            claim.State == ExtractState.Done ? verdict : verdict with { State = ExtractState.Refused, Sequence = 0 }, cancel);
        Log.Refused(log, claim.Area, claim.Extract, reason);
        PipelineMetrics.BatchSettled(claim.Area, nameof(ExtractState.Refused));
        return new IngestOutcome(refused with { State = ExtractState.Refused }, findings);
    }

    private IEnumerable<string> Sources() => contracts.All.Where(c => c.IsFile).Select(c => c.Source);

    private static string FindingLine(ValidationFinding finding) => $"{finding.Code}: {finding.Table} {finding.Line}: {finding.Message}";

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Information, "File {Path} of {Area} committed: {Rows} rows, {Refused} refused", EventName = "FileCommitted")]
        public static partial void Committed(ILogger logger, string area, string path, long rows, long refused);

        [LoggerMessage(1202, LogLevel.Error, "File {Path} of {Area} refused: {Reason}", EventName = "FileRefused")]
        public static partial void Refused(ILogger logger, string area, string path, string reason);
    }
}
