using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>Takes a person out of the lists of stored reports: entries with that <c>personId</c>, and the family of which the
/// person is the key person. Figures stay as they were published.</summary>
internal sealed class ReportEraser(IBlobs blobs, long person)
{
    private static readonly string[] Properties = ["personId", "familyId"];

    private readonly string _digits = person.ToString(CultureInfo.InvariantCulture);

    /// <param name="blob">A JSON document in <c>reports</c>.</param>
    /// <param name="dryRun">Only count.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Entries taken out.</returns>
    public async Task<long> RunAsync(BlobInfo blob, bool dryRun, CancellationToken cancel)
    {
        string text;
        using (var reader = new StreamReader(await blobs.OpenReadAsync(Containers.Reports, blob.Name, blob.ETag, cancel)))
        {
            text = await reader.ReadToEndAsync(cancel);
        }

        if (!text.Contains(_digits, StringComparison.Ordinal) || JsonNode.Parse(text) is not { } document)
        {
            return 0;
        }

        var gone = Erase(document);
        if (gone > 0 && !dryRun)
        {
            using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(document, PipelineJson.Indented));
            await blobs.WriteAsync(Containers.Reports, blob.Name, content, WriteCondition.Always, cancel);
        }

        return gone;
    }

    private long Erase(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            return members.Sum(member => Erase(member.Value));
        }

        if (node is not JsonArray entries)
        {
            return 0;
        }

        var gone = entries.Where(IsTheirs).ToArray();
        foreach (var entry in gone)
        {
            entries.Remove(entry);
        }

        return gone.Length + entries.Sum(Erase);
    }

    private bool IsTheirs(JsonNode? entry) => entry is JsonObject members && Properties.Any(name => members[name]?.ToString() == _digits);
}
