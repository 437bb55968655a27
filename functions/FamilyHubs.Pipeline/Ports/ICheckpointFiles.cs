using System.Text.Json;

namespace FamilyHubs.Pipeline.Ports;

/// <summary>Checkpoints of a Delta log as Parquet files.</summary>
public interface ICheckpointFiles
{
    /// <summary>Writes a checkpoint: one row an action, with the columns of the Delta protocol.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="actions">Actions <c>protocol</c>, <c>metaData</c>, <c>txn</c> and <c>add</c> as the log has them.</param>
    /// <param name="cancel">Cancels.</param>
    Task WriteAsync(Stream output, IReadOnlyList<JsonElement> actions, CancellationToken cancel);
}
