using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Azure.Parquet.Checkpoints;

/// <summary>A row of a checkpoint (Delta protocol, Checkpoint Schema): one of the actions is filled.</summary>
internal sealed class CheckpointRow
{
    [JsonPropertyName("txn")]
    public CheckpointWriter? Writer { get; set; }

    [JsonPropertyName("add")]
    public CheckpointFile? File { get; set; }

    [JsonPropertyName("metaData")]
    public CheckpointMetadata? Metadata { get; set; }

    [JsonPropertyName("protocol")]
    public CheckpointProtocol? Protocol { get; set; }
}
