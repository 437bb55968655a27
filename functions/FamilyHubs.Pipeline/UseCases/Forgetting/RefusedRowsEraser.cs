using System.Text;
using FamilyHubs.Pipeline.Extracts.People;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>
/// Takes the rows of some people out of a quarantined table: their reasons first, then the rows, so that after an interruption the two are told
/// apart by their numbers of rows.
/// </summary>
internal sealed class RefusedRowsEraser(IBlobs blobs, PersonFileFilter filter)
{
    private const string Ending = ".csv";

    /// <param name="name">Blob of the raw rows.</param>
    /// <param name="dryRun">Only count.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Rows taken out.</returns>
    public async Task<long> RunAsync(string name, bool dryRun, CancellationToken cancel)
    {
        await using var rest = new TemporaryStream();
        var (gone, records) = await CopyAsync(name, rest, cancel);
        if (gone.Count == 0 || dryRun)
        {
            return gone.Count;
        }

        await EraseReasonsAsync($"{name[..^Ending.Length]}{QuarantineStore.Reasons}", gone, records, cancel);
        if (gone.Count == records)
        {
            await blobs.DeleteAsync(Containers.Quarantine, name, cancel);
        }
        else
        {
            rest.Position = 0;
            await blobs.WriteAsync(Containers.Quarantine, name, rest, WriteCondition.Always, cancel);
        }

        return gone.Count;
    }

    private async Task<(IReadOnlyList<long> Gone, long Records)> CopyAsync(string name, Stream target, CancellationToken cancel)
    {
        await using var content = await blobs.OpenReadAsync(Containers.Quarantine, name, ifMatch: null, cancel);
        return await filter.CopyRefusedAsync(Path.GetFileNameWithoutExtension(name), content, target, cancel);
    }

    private async Task EraseReasonsAsync(string name, IReadOnlyList<long> gone, long records, CancellationToken cancel)
    {
        if (await blobs.FindAsync(Containers.Quarantine, name, cancel) is null)
        {
            return;
        }

        string[] lines;
        using (var reader = new StreamReader(await blobs.OpenReadAsync(Containers.Quarantine, name, ifMatch: null, cancel)))
        {
            lines = (await reader.ReadToEndAsync(cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }

        if (lines.Length - 1 == records - gone.Count)
        {
            // Done before the interruption.
            return;
        }

        if (gone.Count == records)
        {
            await blobs.DeleteAsync(Containers.Quarantine, name, cancel);
            return;
        }

        var leave = gone.ToHashSet();
        var rest = lines.Where((_, line) => line == 0 || !leave.Contains(line - 1)).Select(line => line + "\r\n");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(rest)));
        await blobs.WriteAsync(Containers.Quarantine, name, content, WriteCondition.Always, cancel);
    }
}
