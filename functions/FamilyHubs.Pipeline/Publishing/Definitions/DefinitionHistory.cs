using System.Security.Cryptography;
using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>
/// The definitions that figures of an area were published with: <c>reports/{area}/definitions/{time}-{hash}.json</c>, one document a version, put
/// once. A version is told by what it says, so that a change without a new number is seen too.
/// </summary>
public sealed class DefinitionHistory(IBlobs blobs)
{
    private const int HashDigits = 16;

    /// <summary>Keeps the version unless its words are kept already.</summary>
    public async Task RememberAsync(string area, DefinitionVersion version, CancellationToken cancel)
    {
        var words = JsonSerializer.SerializeToUtf8Bytes(new { version.Version, version.Measures }, PipelineJson.Compact);
        var ending = $"-{Convert.ToHexStringLower(SHA256.HashData(words))[..HashDigits]}.json";
        await foreach (var blob in blobs.ListAsync(Containers.Reports, Folder(area), cancel))
        {
            if (blob.Name.EndsWith(ending, StringComparison.Ordinal))
            {
                return;
            }
        }

        try
        {
            using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(version, PipelineJson.Indented));
            await blobs.WriteAsync(
                Containers.Reports, FormattableString.Invariant($"{Folder(area)}{version.SeenAt.UtcDateTime:yyyyMMddHHmmss}{ending}"), content, WriteCondition.Absent, cancel);
        }
        catch (BlobConflictException)
        {
            // Another worker has kept the same.
        }
    }

    /// <summary>The versions, oldest first.</summary>
    public async Task<IReadOnlyList<DefinitionVersion>> ListAsync(string area, CancellationToken cancel)
    {
        List<DefinitionVersion> versions = [];
        await foreach (var blob in blobs.ListAsync(Containers.Reports, Folder(area), cancel))
        {
            await using var content = await blobs.OpenReadAsync(Containers.Reports, blob.Name, ifMatch: null, cancel);
            if (await JsonSerializer.DeserializeAsync<DefinitionVersion>(content, PipelineJson.Indented, cancel) is { } version)
            {
                versions.Add(version);
            }
        }

        return versions;
    }

    private static string Folder(string area) => $"{area}/definitions/";
}
