using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>
/// The checkpoints of a table's log: the state of one version in one Parquet file, so that other readers need not read every entry. The
/// product itself reads the entries, which are all kept.
/// </summary>
internal sealed class Checkpoints(IBlobs blobs, string area, string table)
{
    /// <summary>Name of the blob that names the newest checkpoint.</summary>
    public const string Last = "_last_checkpoint";

    private const string Ending = ".checkpoint.parquet";

    private readonly string _folder = LakeNames.LogFolder(area, table);

    /// <summary>Version of the newest checkpoint; -1 when there is none.</summary>
    public async Task<long> NewestAsync(CancellationToken cancel)
    {
        var newest = -1L;
        if (await blobs.FindAsync(Containers.Lake, _folder + Last, cancel).ConfigureAwait(false) is not null)
        {
            await foreach (var blob in blobs.ListAsync(Containers.Lake, _folder, cancel).ConfigureAwait(false))
            {
                if (blob.Name.EndsWith(Ending, StringComparison.Ordinal))
                {
                    newest = long.Parse(blob.Name.AsSpan(_folder.Length, 20), System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }

        return newest;
    }

    /// <summary>Writes the checkpoint of a version, then the blob that names it, then deletes the former ones.</summary>
    /// <param name="version">Version.</param>
    /// <param name="actions">Actions in the checkpoint.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task WriteAsync(long version, int actions, Stream content, CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"{_folder}{version:D20}{Ending}");
        await blobs.WriteAsync(Containers.Lake, name, content, WriteCondition.Always, cancel).ConfigureAwait(false);
        using var last = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            FormattableString.Invariant($"{{\"version\":{version},\"size\":{actions}}}")));
        await blobs.WriteAsync(Containers.Lake, _folder + Last, last, WriteCondition.Always, cancel).ConfigureAwait(false);
        await DeleteAsync(other => other != name && other != _folder + Last, cancel).ConfigureAwait(false);
    }

    /// <summary>Deletes all of them, the blob that names one first.</summary>
    public async Task DeleteAsync(CancellationToken cancel)
    {
        await blobs.DeleteAsync(Containers.Lake, _folder + Last, cancel).ConfigureAwait(false);
        await DeleteAsync(_ => true, cancel).ConfigureAwait(false);
    }

    private async Task DeleteAsync(Func<string, bool> which, CancellationToken cancel)
    {
        List<string> names = [];
        await foreach (var blob in blobs.ListAsync(Containers.Lake, _folder, cancel).ConfigureAwait(false))
        {
            if (blob.Name.EndsWith(Ending, StringComparison.Ordinal) && which(blob.Name))
            {
                names.Add(blob.Name);
            }
        }

        foreach (var name in names)
        {
            await blobs.DeleteAsync(Containers.Lake, name, cancel).ConfigureAwait(false);
        }
    }
}
