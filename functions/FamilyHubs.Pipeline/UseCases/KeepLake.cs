using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Upkeep;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Keeps the lake in order: small files are put together, files that no version in use has are deleted, checkpoints are written. In use is every
/// version that a batch of the kept history or a published report pins, what is newest, and what is not pinned yet. Safe to call at any time.
/// </summary>
public sealed partial class KeepLake(
    LakeStore lake,
    ExtractLedger extracts,
    RunLedger runs,
    AreaLease leases,
    AreaProfiles profiles,
    ContractCatalog contracts,
    ICheckpointFiles checkpoints,
    LakeRetention retention,
    TimeProvider time,
    ILogger<KeepLake> log)
{
    // A commit writes its files first: what no version has may be about to get one. No commit takes a day.
    private static readonly TimeSpan Untracked = TimeSpan.FromDays(1);

    /// <summary>All areas, one after the other. One area's trouble does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">Some areas failed; the next call tries them again.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await AreaRound.RunAsync(
            await profiles.AreasAsync(cancel), area => RunAsync(area, retention, dryRun: false, cancel), (fault, area) => Log.Failed(log, fault, area),
            "The lake of some areas could not be put in order; the next call tries again.");
    }

    /// <summary>One area.</summary>
    /// <param name="area">Area.</param>
    /// <param name="kept">How long history is kept.</param>
    /// <param name="dryRun">Only tell what would be done.</param>
    /// <param name="cancel">Cancels; the rest is done next time.</param>
    public async Task<KeepLakeResult> RunAsync(string area, LakeRetention kept, bool dryRun, CancellationToken cancel)
    {
        if (dryRun)
        {
            return await KeepAsync(area, kept, dryRun, cancel);
        }

        await using var hold = await leases.HoldAsync(area, cancel);
        return hold is null ? new KeepLakeResult(area, dryRun, Busy: true, []) : await KeepAsync(area, kept, dryRun, hold.Token);
    }

    private async Task<KeepLakeResult> KeepAsync(string area, LakeRetention kept, bool dryRun, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var pinned = new PinnedVersions(
            await extracts.ListAsync(area, cancel), await runs.ListAsync(area, cancel), now.AddDays(-kept.HistoryDays), now.AddDays(-kept.PublishedDays));
        List<TableUpkeep> tables = [];
        foreach (var contract in contracts.All.Where(c => c.Store == ContractStore.Lake))
        {
            if (await lake.KeepAsync(
                area, contract.Table, version => pinned.Contains(contract.Table, version), now - Untracked, checkpoints, dryRun, cancel) is { } done)
            {
                tables.Add(done);
                if (!dryRun && !done.IsNothing)
                {
                    Log.Kept(log, area, done.Table, done.Compacted, done.Into, done.Deleted);
                }
            }
        }

        return new KeepLakeResult(area, dryRun, Busy: false, tables);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1501, LogLevel.Information, "Table {Table} of {Area}: {Compacted} files put together to {Into}, {Deleted} no longer used deleted", EventName = "LakeKept")]
        public static partial void Kept(ILogger logger, string area, string table, int compacted, int into, int deleted);

        [LoggerMessage(1502, LogLevel.Error, "The lake of {Area} could not be put in order", EventName = "LakeUpkeepFailed")]
        public static partial void Failed(ILogger logger, Exception fault, string area);
    }
}
