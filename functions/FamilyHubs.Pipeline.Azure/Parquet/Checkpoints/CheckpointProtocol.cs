using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Azure.Parquet.Checkpoints;

/// <summary>Action <c>protocol</c>: what a program must be able to do to read and write the table.</summary>
internal sealed class CheckpointProtocol
{
    [JsonPropertyName("minReaderVersion")]
    public int MinReaderVersion { get; set; }

    [JsonPropertyName("minWriterVersion")]
    public int MinWriterVersion { get; set; }
}
