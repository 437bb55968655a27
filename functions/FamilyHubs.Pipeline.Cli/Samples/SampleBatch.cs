namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>A batch that was written.</summary>
/// <param name="Extract">Name of the batch, <c>yyyyMMdd_HHmm</c>.</param>
/// <param name="Path">Its folder.</param>
/// <param name="Rows">Rows in all its tables.</param>
public sealed record SampleBatch(string Extract, string Path, long Rows);
