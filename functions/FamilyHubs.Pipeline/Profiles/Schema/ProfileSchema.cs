using System.Text.Json;

namespace FamilyHubs.Pipeline.Profiles.Schema;

/// <summary>The published JSON schema of profiles, <c>schemas/profile.schema.json</c> beside the assembly.</summary>
internal static class ProfileSchema
{
    private static readonly Lazy<SchemaNode> Root = new(() =>
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "schemas", "profile.schema.json")));
        return SchemaNode.Read(document.RootElement.Clone());
    });

    /// <summary>Adds every place where the text departs from the schema.</summary>
    /// <param name="utf8">A well-formed JSON text.</param>
    public static void Check(ReadOnlyMemory<byte> utf8, ProfileErrors errors)
    {
        using var document = JsonDocument.Parse(utf8);
        new SchemaCheck(errors).Check(Root.Value, document.RootElement, JsonPath.Root);
    }
}
