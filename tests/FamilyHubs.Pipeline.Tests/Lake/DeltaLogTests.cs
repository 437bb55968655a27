using System.Text.Json;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>The log as the text of the Delta protocol asks, so that other readers accept it.</summary>
public sealed class DeltaLogTests
{
    private static LakeRow Row(long id, string code) =>
        new(id, "ORG1", 1, new DateTime(2019, 3, 1, 9, 30, 0), code, 1.5, true, new DateOnly(2019, 3, 1));

    [Fact]
    public async Task FirstEntry_HasProtocolMetadataAndFiles()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("20190304_0600", MergeMode.Upsert, Enumerable.Range(1, 20).Select(id => Row(id, "Y1")).ToList());

        var actions = Entry(lake, 0);

        Assert.Equal(["commitInfo", "protocol", "metaData", "txn", "add", "add", "add"], actions.Select(action => action.Name));
        Assert.Equal(1, actions[1].Content.GetProperty("minReaderVersion").GetInt32());
        Assert.Equal(2, actions[1].Content.GetProperty("minWriterVersion").GetInt32());
        Assert.Equal("20190304_0600", actions[0].Content.GetProperty("extract").GetString());
        Assert.Equal("hash-20190304_0600", actions[0].Content.GetProperty("contentHash").GetString());
        Assert.Equal("20", actions[0].Content.GetProperty("operationMetrics").GetProperty("numTargetRowsInserted").GetString());
        Assert.Equal(lake.Time.GetUtcNow().ToUnixTimeMilliseconds(), actions[0].Content.GetProperty("timestamp").GetInt64());
    }

    [Fact]
    public async Task Metadata_GivesTypesOfTheProtocolAndADerivedId()
    {
        var (one, other) = (new LakeFixture(), new LakeFixture());
        await one.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"));
        await other.CommitAsync("b", MergeMode.Upsert, Row(2, "Y2"));

        var metadata = Entry(one, 0).Single(action => action.Name == "metaData").Content;

        Assert.True(Guid.TryParse(metadata.GetProperty("id").GetString(), out _));
        var otherMetadata = Entry(other, 0).Single(action => action.Name == "metaData").Content;
        Assert.Equal(metadata.GetProperty("id").GetString(), otherMetadata.GetProperty("id").GetString());
        Assert.Equal("parquet", metadata.GetProperty("format").GetProperty("provider").GetString());
        Assert.Equal(0, metadata.GetProperty("partitionColumns").GetArrayLength());
        var fields = JsonElement.Parse(metadata.GetProperty("schemaString").GetString()!).GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(
            ["long", "string", "long", "timestamp", "string", "double", "boolean", "date"],
            fields.Select(field => field.GetProperty("type").GetString()));
        Assert.All(fields, field => Assert.True(field.GetProperty("nullable").GetBoolean()));
    }

    [Fact]
    public async Task Add_TellsSizeAndStatistics()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Row(5, "Y1"), Row(7, "Y1") with { Code = null }, Row(-2, "Y1"));

        var add = Entry(lake, 0).Single(action => action.Name == "add").Content;

        var path = add.GetProperty("path").GetString()!;
        var blob = lake.Memory.Contents(Containers.Lake)[$"hackney/SRTest/{path}"];
        Assert.Equal(blob.Length, add.GetProperty("size").GetInt64());
        Assert.True(add.GetProperty("dataChange").GetBoolean());
        Assert.Equal(JsonValueKind.Object, add.GetProperty("partitionValues").ValueKind);
        var statistics = JsonElement.Parse(add.GetProperty("stats").GetString()!);
        Assert.Equal(3, statistics.GetProperty("numRecords").GetInt64());
        Assert.Equal(-2, statistics.GetProperty("minValues").GetProperty("RowIdentifier").GetInt64());
        Assert.Equal(7, statistics.GetProperty("maxValues").GetProperty("RowIdentifier").GetInt64());
        Assert.Equal("ORG1", statistics.GetProperty("maxValues").GetProperty("IDOrganisationVisibleTo").GetString());
        Assert.Equal(1, statistics.GetProperty("nullCount").GetProperty("Code").GetInt64());
    }

    [Fact]
    public async Task Update_RemovesTheOldFileAndAddsTheNewOne()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"));
        await lake.CommitAsync("b", MergeMode.Upsert, Row(1, "Y2"));

        var actions = Entry(lake, 1);

        Assert.Equal(["commitInfo", "txn", "remove", "add"], actions.Select(action => action.Name));
        var added = Entry(lake, 0).Single(action => action.Name == "add").Content.GetProperty("path").GetString();
        Assert.Equal(added, actions[2].Content.GetProperty("path").GetString());
        Assert.True(actions[2].Content.GetProperty("dataChange").GetBoolean());
        Assert.True(actions[2].Content.TryGetProperty("deletionTimestamp", out _));
        Assert.NotEqual(added, actions[3].Content.GetProperty("path").GetString());
    }

    private static List<(string Name, JsonElement Content)> Entry(LakeFixture lake, int version)
    {
        var content = lake.Memory.Contents(Containers.Lake)[$"hackney/SRTest/_delta_log/{version:D20}.json"];
        return [.. System.Text.Encoding.UTF8.GetString(content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Assert.Single(JsonElement.Parse(line).EnumerateObject()))
            .Select(action => (action.Name, action.Value))];
    }
}
