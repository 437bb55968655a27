using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>
/// The drafts of revisions: <c>reports/{area}/monthly/{month}/snapshots/r{n}.json</c>, put where there is none. The first worker to write one decides
/// what the revision is; whoever comes later, after a crash too, finishes that one.
/// </summary>
public sealed class SnapshotDrafts(IBlobs blobs)
{
    public async Task<SnapshotDraft?> FindAsync(string area, string month, int revision, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Reports, Name(area, month, revision), ifMatch: null, cancel);
            return await JsonSerializer.DeserializeAsync<SnapshotDraft>(content, PipelineJson.Compact, cancel);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a draft, and gives the one that is there then.</summary>
    public async Task<SnapshotDraft> WriteAsync(SnapshotDraft draft, CancellationToken cancel)
    {
        var (area, month) = (draft.Origin.Area, draft.Origin.Month);
        try
        {
            using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(draft, PipelineJson.Compact));
            await blobs.WriteAsync(Containers.Reports, Name(area, month, draft.Revision), content, WriteCondition.Absent, cancel);
        }
        catch (BlobConflictException)
        {
            // Another worker was first, or the answer to our own write was lost.
        }

        // Read back in each case, so that what is published is what a later worker would publish.
        return await FindAsync(area, month, draft.Revision, cancel)
            ?? throw new InvalidDataException($"The draft of revision {draft.Revision} of {area} {month} was written and is not there. Run this again.");
    }

    private static string Name(string area, string month, int revision) => $"{area}/monthly/{month}/snapshots/{SnapshotNames.Folder(revision)}.json";
}
