using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What lies in <c>landing</c> and is to be taken, whether or not an event ever tells.</summary>
public sealed class LandedWork(IBlobs blobs, ExtractLedger ledger, ContractCatalog contracts)
{
    private const string ReferenceFolder = "reference/";

    /// <summary>Batches with a manifest, returns and reference files, in the order in which they are to be taken: reference files first, returns last.</summary>
    public async Task<IReadOnlyList<LandedItem>> FindAsync(string area, CancellationToken cancel)
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

        return
        [
            .. landed.Select(l => new LandedItem(l.Key, l.Value))
                .Where(i => i.IsBatch ? i.Blobs.ContainsKey($"{i.Name}/{Manifest.FileName}") : contracts.ForFile(i.Name) is not null)
                .OrderBy(i => i.Name.StartsWith(ReferenceFolder, StringComparison.Ordinal) ? 0 : i.IsBatch ? 1 : 2)
                .ThenBy(i => i.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// True for what was never begun, was cut off, was sent anew or only has to be moved, and for what waited for something that has come since.
    /// What was refused or held is not tried again before it changes.
    /// </summary>
    public async Task<bool> IsDueAsync(string area, LandedItem item, CancellationToken cancel)
    {
        var entries = await ledger.ListAsync(area, cancel);
        if (entries.FirstOrDefault(e => e.Extract == item.Name) is not { } entry)
        {
            return true;
        }

        var changed = entry.Blobs.Count != item.Blobs.Count || item.Blobs.Any(b => entry.Blobs.GetValueOrDefault(b.Key) != b.Value);
        return changed || entry.IsSettled || entry.State == ExtractState.Doing
            || (entry.State == ExtractState.Deferred && entries.Any(e => e is { State: ExtractState.Done, IsBatch: true } && e.UpdatedAt > entry.UpdatedAt));
    }
}
