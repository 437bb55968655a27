using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Azure.Parquet.Checkpoints;

/// <summary>The format of a table's files.</summary>
internal sealed class CheckpointFormat
{
    [JsonPropertyName("provider")]
    public string? Provider { get; set; }

    [JsonPropertyName("options")]
    public Dictionary<string, string>? Options { get; set; }
}
