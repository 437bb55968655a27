using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Profiles.Rules;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Reads and checks profile files: JSON syntax, the published schema, then the rules between fields (profiles/README.md). All errors come at once.</summary>
public static class ProfileLoader
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a profile file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="area">Name of the area that the profile must be for: of a catalogue, the file's name without ending. Null: any.</param>
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
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8.Span);
            json = JsonNode.Parse(utf8.Span, documentOptions: DocumentOptions) as JsonObject ?? throw new JsonException("The file is no JSON object.");
        }
        catch (JsonException failure)
        {
            return Refused(SyntaxError(failure, utf8.Span));
        }
        catch (DecoderFallbackException failure)
        {
            var (line, column) = JsonPositions.LineAndColumn(utf8.Span, failure.Index);
            return Refused(new ProfileError(JsonPath.Root, "The file is not UTF-8.", "Save it as UTF-8.", line, column));
        }

        var errors = new ProfileErrors(new JsonPositions(utf8));
        await ProfileSchema.CheckAsync(text, errors, cancel);
        var profile = Read(json, errors);
        if (profile is not null)
            ProfileRules.Check(profile, area, errors);

        var all = errors.ToList();
        return new ProfileResult(all.Count == 0 ? profile : null, all);
    }

    /// <summary>Null when the shape is so far off that there is no record; the schema has said why.</summary>
    private static Profile? Read(JsonObject json, ProfileErrors errors)
    {
        // For editors only.
        json.Remove("$schema");
        try
        {
            return json.Deserialize(ProfileJson.Default.Profile);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // What the schema cannot say, e.g. that a month has no 31st.
            var path = (failure as JsonException)?.Path ?? JsonPath.Root;
            if (!errors.Explains(path))
                errors.Add(path, "The value is of no kind that the field can hold.", "Correct it; see schemas/profile.schema.json.");
            return null;
        }
    }

    private static ProfileError SyntaxError(JsonException failure, ReadOnlySpan<byte> utf8)
    {
        const string Remedy = "Correct the JSON at that place; an editor with JSON support marks it.";
        if (failure.LineNumber is not { } line)
            return new ProfileError(failure.Path ?? JsonPath.Root, "The file is no JSON object, or holds a field twice.", Remedy);

        var start = 0;
        for (var passed = 0L; passed < line; passed++)
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        var (_, column) = JsonPositions.LineAndColumn(utf8, start + (failure.BytePositionInLine ?? 0));
        return new ProfileError(JsonPath.Root, "The file is not well-formed JSON.", Remedy, (int)line + 1, column);
    }

    private static ProfileResult Refused(ProfileError error) => new(null, [error]);
}
