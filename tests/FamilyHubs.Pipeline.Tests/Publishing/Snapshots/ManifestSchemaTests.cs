using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;
using FamilyHubs.Pipeline.Tests.UseCases.Snapshots;
using NJsonSchema;

namespace FamilyHubs.Pipeline.Tests.Publishing.Snapshots;

/// <summary>The manifest that lies beside the files is that of the published schema.</summary>
public sealed class ManifestSchemaTests : IAsyncLifetime, IDisposable
{
    private SnapshotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await SnapshotWorld.CreateAsync();
        var area = new MadeUpArea(_world.Profile, 1, 2000);
        await _world.FiguresAsync(area.Report(new Month(2019, 3)), "run-a");
        await _world.PublishAsync();
        area.Late(50);
        await _world.FiguresAsync(area.Report(new Month(2019, 3)), "run-b");
        await _world.PublishAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Manifest_OfARevision_FitsTheSchema(int revision)
    {
        var manifest = Manifest(revision);

        Assert.Equal(revision == 1, manifest["changes"]!.AsArray().Count == 0);
        Assert.Empty(await ErrorsAsync(manifest));
    }

    [Theory]
    [InlineData("files", "sha256", "ABC")]
    [InlineData("files", "name", "../kpis.csv")]
    [InlineData("tables", "rows", "many")]
    [InlineData("changes", "difference", "1")]
    public async Task Manifest_WithAWrongValue_DoesNotFitTheSchema(string section, string field, string value)
    {
        var manifest = Manifest(2);
        manifest[section]![0]![field] = value;

        Assert.NotEmpty(await ErrorsAsync(manifest));
    }

    private JsonNode Manifest(int revision) => JsonNode.Parse(_world.File(revision, "manifest.json").Span)!;

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> ErrorsAsync(JsonNode manifest) =>
        (await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "manifest.schema.json"))).Validate(manifest.ToJsonString());
}
