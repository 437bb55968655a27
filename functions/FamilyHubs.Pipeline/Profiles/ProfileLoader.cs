using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Reads and checks profile files: JSON syntax, the published schema, then the rules between fields (profiles/README.md). All errors come at once.</summary>
public static class ProfileLoader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonDocumentOptions DocumentOptions = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a profile file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="area">Name of the area that the file must be for, which is its name without ending in a catalogue; null: any.</param>
    public static async Task<ProfileResult> LoadAsync(string path, string? area, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return await LoadAsync(stream, area, cancel);
    }

    /// <summary>Reads a profile, UTF-8 with or without BOM.</summary>
    /// <param name="area">Name of the area that the profile must be for; null: any.</param>
    public static async Task<ProfileResult> LoadAsync(Stream stream, string? area, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancel);
        ReadOnlyMemory<byte> utf8 = buffer.ToArray();
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];

        JsonObject json;
        try
        {
            json = JsonNode.Parse(utf8.Span, documentOptions: DocumentOptions) as JsonObject
                ?? throw new JsonException("A profile is a JSON object.");
        }
        catch (JsonException failure)
        {
            return new ProfileResult(null, [SyntaxError(failure, utf8.Span)]);
        }

        // For editors only.
        json.Remove("$schema");
        return new ProfileResult(json.Deserialize<Profile>(Options), []);
    }

    private static ProfileError SyntaxError(JsonException failure, ReadOnlySpan<byte> utf8) =>
        new(JsonPath.Root, failure.Message, "", (int?)failure.LineNumber + 1, (int?)failure.BytePositionInLine + 1);
}
