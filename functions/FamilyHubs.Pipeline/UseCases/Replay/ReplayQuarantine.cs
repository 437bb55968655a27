using System.Security.Cryptography;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases.Forgetting;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <summary>
/// Puts corrected rows of a committed extract through again (product.md, <c>quarantine replay</c>): read by the same rules, merged as upserts, with a
/// ledger entry of their own that pins the new version. A row that is still bad stays in quarantine; newer data is never overwritten. May be cut
/// off anywhere and done again; the same file twice changes nothing.
/// </summary>
public sealed partial class ReplayQuarantine(
    IBlobs blobs,
    LakeStore lake,
    ExtractLedger ledger,
    AreaLease leases,
    QuarantineStore quarantine,
    ForgottenPeople forgotten,
    ContractCatalog contracts,
    IPersonKeySource keys,
    ILogger<ReplayQuarantine> log)
{
    private const int NameDigits = 16;

    private readonly ReplayMarks _marks = new(blobs);

    /// <summary>Puts the rows of one table through again.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="extract">The extract whose rows they are.</param>
    /// <param name="table">Table.</param>
    /// <param name="corrected">CSV with the header of the extract; null for the quarantined rows as they are now, after a contract was changed.</param>
    /// <param name="cancel">Cancels; what was not finished is done by the next call.</param>
    public async Task<ReplayResult> RunAsync(Profile profile, string extract, string table, Stream? corrected, CancellationToken cancel)
    {
        await using var hold = await leases.HoldAsync(profile.Area, cancel);
        return hold is null
            ? Nothing(extract, table, $"Another worker has the area {profile.Area}; try again in a while.")
            : await ReplayAsync(profile, extract, table, corrected, hold.Token);
    }

    private async Task<ReplayResult> ReplayAsync(Profile profile, string extract, string table, Stream? corrected, CancellationToken cancel)
    {
        var area = profile.Area;
        var committed = new CommittedExtracts(await ledger.ListAsync(area, cancel));
        if (contracts.Find(table) is not { } contract || !ContractCatalog.IsExtractTable(table) || contract.LakeSchema.Key is not ["RowIdentifier", ..])
        {
            return Nothing(extract, table, $"Rows of {table} cannot be put through one by one: correct the file and send it again.");
        }

        if (committed.Find(extract) is not { } batch || batch.Tables.FirstOrDefault(t => t.Table == table) is not { } counts)
        {
            return Nothing(extract, table, $"{extract} of {area} is not committed with a table {table}. See: familyhubs extracts --area {area}");
        }

        if (committed.LaterFullCopy(batch, table) is { } later && profile.Extract.FullIsComplete)
        {
            return Nothing(
                extract, table,
                $"A later full copy, {later.Extract}, has replaced all rows of {table}. What it refused is in its own quarantine: put that through, with --extract {later.Extract}.");
        }

        using var content = await BufferAsync(area, extract, table, corrected, cancel);
        var name = $"replays/{extract}/{table}/{Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)))[..NameDigits]}";
        var rows = await ReadAsync(profile, contract, counts, content, cancel);
        await using var refused = rows.Reading.Refused;
        if (rows.Reading.Findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } error)
        {
            return Nothing(extract, table, $"{error.Code}: {error.Message} {error.Remedy}");
        }

        if (await ledger.FindAsync(area, name, cancel) is { State: ExtractState.Done } known)
        {
            return await ResultAsync(area, extract, known, [.. refused.First.Select(r => ToRow(extract, r))], alreadyDone: true, cancel);
        }

        var match = await MatchAsync(profile, batch, table, name, rows, cancel);
        var newer = await NewerAsync(area, batch, table, committed, rows.Accepted, match, cancel);
        return await ledger.ClaimAsync(area, name, cancel) is { } claim
            ? await CommitAsync(claim, batch, counts, committed, contract, rows, match, newer, cancel)
            : Nothing(extract, table, $"Another worker is putting the same rows of {area} through; try again in a while.");
    }

    private async Task<ReplayResult> CommitAsync(
        ExtractEntry claim,
        ExtractEntry batch,
        TableIngest counts,
        CommittedExtracts committed,
        TableContract contract,
        CorrectedRows rows,
        RowMatch match,
        IReadOnlySet<int> newer,
        CancellationToken cancel)
    {
        var (area, table) = (claim.Area, contract.Table);
        int[] taken = [.. match.Lines.Keys.Where(row => !newer.Contains(row)).Order()];
        await using var staged = lake.Stage(contract.LakeSchema);
        var list = await forgotten.FindAsync(area, cancel);
        var sink = list is null ? null : new ForgottenRowsSink(contract, list, staged);
        await ((ITableSink?)sink ?? staged).AddAsync(rows.Accepted.Take(taken), cancel);
        var leftOut = sink?.LeftOut ?? 0;
        var pins = new Dictionary<string, long>(committed.CurrentPins, StringComparer.Ordinal);
        var commit = await lake.CommitAsync(
            area, staged, MergeMode.Upsert, CommitSources.Without(new CommitSource(claim.Extract, claim.Extract), leftOut), pins.GetValueOrDefault(table, -1), cancel);
        CommitSources.Pin(pins, commit);

        var marks = (await _marks.ReadAsync(area, batch.Extract, table, cancel)).Where(m => m.By != claim.Extract)
            .Concat(match.Lines.Select(m => new ReplayMark(m.Value, newer.Contains(m.Key) ? ReplayMark.Superseded : ReplayMark.Replayed, claim.Extract))).ToArray();
        await _marks.WriteAsync(area, batch.Extract, table, marks, cancel);
        await ledger.AmendAsync(
            batch with { Tables = [.. batch.Tables.Select(t => t.Table == table ? t with { Replayed = marks.Length } : t)] }, cancel);

        var reasons = rows.Reading.Refused.ByReason.ToDictionary(StringComparer.Ordinal);
        foreach (var reason in match.Refused.Values.Concat(newer.Select(_ => ReasonCodes.NewerRow)))
        {
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }

        var finished = await ledger.FinishAsync(
            claim with
            {
                State = ExtractState.Done,
                ContentHash = claim.Extract,
                Sequence = committed.LastSequence + 1,
                Commits = claim.Commits + 1,
                Pins = pins,
                Tables =
                [
                    new TableIngest(
                        table, IsDelta: true, counts.From, counts.To, rows.Reading.Rows, taken.Length, rows.Reading.Rows - taken.Length, commit.Duplicates, commit.Inserted,
                        commit.Updated, commit.Unchanged, commit.Removed, pins.GetValueOrDefault(table, -1), commit.RowsAfter)
                    { Forgotten = leftOut, Reasons = reasons },
                ],
            },
            cancel);
        Log.Replayed(log, area, batch.Extract, table, taken.Length, rows.Reading.Rows - taken.Length);
        IReadOnlyList<QuarantinedRow> still =
            [.. rows.Reading.Refused.First.Select(r => ToRow(batch.Extract, r)), .. match.Refused.Select(r => new QuarantinedRow(batch.Extract, table, rows.LineOf(r.Key), null, r.Value))];
        return await ResultAsync(area, batch.Extract, finished, [.. still.OrderBy(r => r.Line)], alreadyDone: false, cancel);
    }

    private async Task<CorrectedRows> ReadAsync(Profile profile, TableContract contract, TableIngest counts, MemoryStream content, CancellationToken cancel)
    {
        var secret = await keys.GetAsync(cancel);
        using var hash = new PersonKeys(secret.Key, secret.Version);
        var accepted = new CollectedRows(contract.StagedSchema);
        var refused = new RefusedRows(contract.Table);
        var handling = contract.OnNewColumn ?? Enum.Parse<NewColumnHandling>(profile.Extract.OnNewColumn, ignoreCase: true);
        var reading = await new TableReader(contract, hash, refused, new ReaderOptions()).ReadAsync(
            content, CsvDialect.Of(profile.Extract), new TableSource($"{contract.Table}.csv", IsDelta: true, counts.To, handling), accepted, null, cancel);
        return new CorrectedRows(reading, accepted);
    }

    private async Task<RowMatch> MatchAsync(Profile profile, ExtractEntry batch, string table, string name, CorrectedRows rows, CancellationToken cancel)
    {
        var refused = (await quarantine.ListAsync(profile.Area, batch.Extract, cancel)).Where(r => r.Table == table && r.Extract == batch.Extract).ToArray();
        if (refused.Length == 0)
        {
            return RowMatch.Of(rows.Accepted, [], [], new HashSet<long>(), mayCount: false);
        }

        await using var raw = await blobs.OpenReadAsync(Containers.Quarantine, $"{profile.Area}/{batch.Extract}/{table}.csv", ifMatch: null, cancel);
        var keysOfRefused = await RefusedKeys.ReadAsync(raw, profile.Extract, cancel);
        var closed = (await _marks.ReadAsync(profile.Area, batch.Extract, table, cancel)).Where(m => m.By != name).Select(m => m.Line).ToHashSet();
        return RowMatch.Of(rows.Accepted, refused, keysOfRefused, closed, mayCount: rows.Reading.Refused.Count == 0);
    }

    /// <summary>Rows whose key, or whose patient, has other data now than right after their extract.</summary>
    private async Task<IReadOnlySet<int>> NewerAsync(
        string area, ExtractEntry batch, string table, CommittedExtracts committed, CollectedRows accepted, RowMatch match, CancellationToken cancel)
    {
        var (then, now) = (batch.Pins, committed.CurrentPins);
        var wanted = match.Lines.Keys.ToArray();
        var changed = await lake.FindChangedAsync(
            area, table, then.GetValueOrDefault(table, -1), now.GetValueOrDefault(table, -1), wanted.Select(accepted.KeyOf).ToHashSet(), cancel);
        var patients = wanted.Select(accepted.PatientOf).OfType<(long, string)>().ToHashSet();
        const string People = "SRPatient";
        var known = await lake.FindKeysAsync(area, People, then.GetValueOrDefault(People, -1), patients, cancel);
        var stay = await lake.FindKeysAsync(area, People, now.GetValueOrDefault(People, -1), patients, cancel);
        return wanted.Where(row => changed.Contains(accepted.KeyOf(row)) || (accepted.PatientOf(row) is { } patient && known.Contains(patient) && !stay.Contains(patient))).ToHashSet();
    }

    private async Task<MemoryStream> BufferAsync(string area, string extract, string table, Stream? corrected, CancellationToken cancel)
    {
        var content = new MemoryStream();
        if (corrected is not null)
        {
            await corrected.CopyToAsync(content, cancel);
        }
        else if (await blobs.FindAsync(Containers.Quarantine, $"{area}/{extract}/{table}.csv", cancel) is { } blob)
        {
            await using var raw = await blobs.OpenReadAsync(Containers.Quarantine, blob.Name, blob.ETag, cancel);
            await raw.CopyToAsync(content, cancel);
        }

        content.Position = 0;
        return content;
    }

    private async Task<ReplayResult> ResultAsync(
        string area, string extract, ExtractEntry entry, IReadOnlyList<QuarantinedRow> refused, bool alreadyDone, CancellationToken cancel)
    {
        var table = entry.Tables[0];
        var waiting = (await quarantine.ListAsync(area, extract, cancel)).Count(r => r.Extract == extract && r.Table == table.Table && r.Outcome is null);
        return new ReplayResult(
            extract, table.Table, entry.Extract, table.Rows, table.Kept - table.Forgotten, table.Reasons.GetValueOrDefault(ReasonCodes.NewerRow), refused, waiting)
        { AlreadyDone = alreadyDone };
    }

    private static QuarantinedRow ToRow(string extract, Refusal refusal) => new(extract, refusal.Table, refusal.Line, refusal.Column, refusal.Reason);

    private static ReplayResult Nothing(string extract, string table, string message) => new(extract, table, null, 0, 0, 0, [], 0) { Message = message };

    private static partial class Log
    {
        [LoggerMessage(
            1601, LogLevel.Information, "Corrected rows of {Table} in {Extract} of {Area} put through: {Rows}, {Refused} not taken", EventName = "QuarantineReplayed")]
        public static partial void Replayed(ILogger logger, string area, string extract, string table, int rows, long refused);
    }
}
