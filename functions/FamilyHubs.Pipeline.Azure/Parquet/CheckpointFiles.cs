using System.Text.Json;
using FamilyHubs.Pipeline.Azure.Parquet.Checkpoints;
using FamilyHubs.Pipeline.Ports;
using Parquet.Serialization;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>Checkpoints by Parquet.Net.</summary>
public sealed class CheckpointFiles : ICheckpointFiles
{
    /// <inheritdoc/>
    public async Task WriteAsync(Stream output, IReadOnlyList<JsonElement> actions, CancellationToken cancel)
    {
        List<CheckpointRow> rows = [];
        foreach (var action in actions)
        {
            var row = action.Deserialize<CheckpointRow>()!;
            if (row.File is { } file)
            {
                // A checkpoint changes nothing.
                file.DataChange = false;
            }

            rows.Add(row);
        }

        await ParquetSerializer.SerializeAsync(rows, output, cancellationToken: cancel).ConfigureAwait(false);
    }
}
