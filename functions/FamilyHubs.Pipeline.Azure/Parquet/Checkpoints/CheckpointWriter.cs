using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Azure.Parquet.Checkpoints;

/// <summary>Action <c>txn</c>: the last transaction of a writer.</summary>
internal sealed class CheckpointWriter
{
    [JsonPropertyName("appId")]
    public string? AppId { get; set; }

    [JsonPropertyName("version")]
    public long Version { get; set; }

    [JsonPropertyName("lastUpdated")]
    public long? LastUpdated { get; set; }
}
