using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.People;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Erasure;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>
/// Removes a person from every store (quality.md 3): first the person is put on the list of those who must not come back, then leaves every
/// version of every lake table, the quarantine, the archive and the lists of stored reports. Published figures stay. Each step is put
/// on record before it is done. May be cut off anywhere and done again; done twice it changes nothing.
/// </summary>
public sealed partial class ForgetPerson(
    IBlobs blobs,
    LakeStore lake,
    ExtractLedger ledger,
    AreaLease leases,
    ForgottenPeople people,
    AreaProfiles profiles,
    ContractCatalog contracts,
    AuditTrail audit,
    TimeProvider time,
    ILogger<ForgetPerson> log)
{
    /// <summary>Does it, or counts what would be done.</summary>
    /// <exception cref="LakeConflictException">Another writer changed a table; what is left is done by the next call.</exception>
    public async Task<ForgetResult> RunAsync(ForgetRequest request, CancellationToken cancel)
    {
        if (request.DryRun)
        {
            return await RunStepsAsync(request, string.Empty, cancel);
        }

        await using var hold = await leases.HoldAsync(request.Area, cancel);
        return hold is null ? new ForgetResult(request.Area, DryRun: false, Busy: true, [], []) : await ForgetAsync(request, hold.Token);
    }

    private async Task<ForgetResult> ForgetAsync(ForgetRequest request, CancellationToken cancel)
    {
        var pseudonym = await people.PseudonymAsync(request.Area, request.Person, request.Organisation, cancel);
        await RecordAsync(request, pseudonym, "begun", null, cancel);
        await people.AddAsync(request.Area, request.Person, request.Organisation, time.GetUtcNow(), cancel);
        var result = await RunStepsAsync(request, pseudonym, cancel);
        await RecordAsync(request, pseudonym, "done", result.Removed, cancel);
        Log.Forgotten(log, request.Area, result.Copies, result.Removed.Count);
        return result;
    }

    private async Task<ForgetResult> RunStepsAsync(ForgetRequest request, string pseudonym, CancellationToken cancel)
    {
        var area = request.Area;
        var profile = request.Profile ?? await profiles.GetAsync(area, cancel);
        List<ForgottenFrom> removed = [];
        await EraseLakeAsync(request, pseudonym, removed, cancel);
        var filter = new PersonFileFilter(contracts, profile.Extract, IsTheirs);
        var refused = new RefusedRowsEraser(blobs, filter);
        var raw = new RawFileEraser(blobs, filter);
        var reports = new ReportEraser(blobs, request.Person);
        await EraseAsync(Containers.Quarantine, IsRefusedRows, (blob, dry) => refused.RunAsync(blob.Name, dry, cancel));
        await EraseAsync(Containers.Archive, _ => true, (blob, dry) => raw.RunAsync(Containers.Archive, area, blob, dry, cancel));
        if (request.Organisation is null)
        {
            await EraseAsync(Containers.Reports, name => name.EndsWith(".json", StringComparison.Ordinal), (blob, dry) => reports.RunAsync(blob, dry, cancel));
        }

        return new ForgetResult(area, request.DryRun, Busy: false, removed, await LandingAsync(area, raw, cancel));

        bool IsTheirs(long id, string? organisation) =>
            id == request.Person && (request.Organisation is null || organisation is null || organisation == request.Organisation);

        async Task EraseAsync(string container, Func<string, bool> which, Func<BlobInfo, bool, Task<long>> erase)
        {
            foreach (var blob in await ListAsync(container, area, which, cancel))
            {
                var rows = await erase(blob, true);
                if (rows > 0)
                {
                    var step = new ForgottenFrom(container, blob.Name[(area.Length + 1)..], rows, rows);
                    removed.Add(step);
                    if (!request.DryRun)
                    {
                        await RecordAsync(request, pseudonym, "removed", [step], cancel);
                        await erase(blob, false);
                    }
                }
            }
        }
    }

    private async Task EraseLakeAsync(ForgetRequest request, string pseudonym, List<ForgottenFrom> removed, CancellationToken cancel)
    {
        foreach (var contract in contracts.All.Where(c => c.Store == ContractStore.Lake))
        {
            var columns = PersonColumns.Of(contract.Table, contract.LakeSchema.Columns.Select(c => c.Name));
            if (columns.Count == 0)
            {
                continue;
            }

            var rows = new PersonRows(columns, request.Person, request.Organisation);
            var found = await lake.FindPersonAsync(request.Area, contract.Table, rows, cancel);
            if (!found.IsNothing)
            {
                var step = new ForgottenFrom(Containers.Lake, contract.Table, found.Rows, found.Copies);
                removed.Add(step);
                if (!request.DryRun)
                {
                    await RecordAsync(request, pseudonym, "removed", [step], cancel);
                }
            }

            if (!request.DryRun)
            {
                await lake.EraseAsync(request.Area, contract.Table, rows, cancel);
            }
        }

        if (!request.DryRun)
        {
            await AmendLedgerAsync(request.Area, cancel);
        }
    }

    /// <summary>The ledger says how many rows each version has; it has fewer now.</summary>
    private async Task AmendLedgerAsync(string area, CancellationToken cancel)
    {
        var versions = new Dictionary<string, IReadOnlyList<long>>(StringComparer.Ordinal);
        foreach (var entry in await ledger.ListAsync(area, cancel))
        {
            List<TableIngest> tables = [];
            foreach (var table in entry.Tables)
            {
                if (!versions.TryGetValue(table.Table, out var rows))
                {
                    versions[table.Table] = rows = await lake.RowsByVersionAsync(area, table.Table, cancel);
                }

                tables.Add(table.Version >= 0 && table.Version < rows.Count ? table with { Total = rows[(int)table.Version] } : table);
            }

            if (entry.State == ExtractState.Done && !tables.Select(t => t.Total).SequenceEqual(entry.Tables.Select(t => t.Total)))
            {
                await ledger.AmendAsync(entry with { Tables = tables }, cancel);
            }
        }
    }

    private async Task<IReadOnlyList<string>> LandingAsync(string area, RawFileEraser raw, CancellationToken cancel)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        foreach (var blob in await ListAsync(Containers.Landing, area, _ => true, cancel))
        {
            if (await raw.RunAsync(Containers.Landing, area, blob, dryRun: true, cancel) > 0)
            {
                var path = blob.Name[(area.Length + 1)..];
                found.Add(contracts.ForFile(path) is null ? path.Split('/')[0] : path);
            }
        }

        return [.. found];
    }

    private async Task<IReadOnlyList<BlobInfo>> ListAsync(string container, string area, Func<string, bool> which, CancellationToken cancel)
    {
        List<BlobInfo> found = [];
        await foreach (var blob in blobs.ListAsync(container, $"{area}/", cancel))
        {
            if (which(blob.Name))
            {
                found.Add(blob);
            }
        }

        return found;
    }

    private Task RecordAsync(ForgetRequest request, string pseudonym, string step, IReadOnlyList<ForgottenFrom>? removed, CancellationToken cancel) =>
        audit.AppendAsync(
            new ForgetRecord(time.GetUtcNow(), request.Area, "person-forget", step, request.By, request.Reason, pseudonym, request.Organisation, removed), cancel);

    private static bool IsRefusedRows(string name) =>
        name.EndsWith(".csv", StringComparison.Ordinal) && !Path.GetFileNameWithoutExtension(name).Contains('.', StringComparison.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(1701, LogLevel.Warning, "A person of {Area} was forgotten: {Rows} rows in {Places} places", EventName = "PersonForgotten")]
        public static partial void Forgotten(ILogger logger, string area, long rows, int places);
    }
}
