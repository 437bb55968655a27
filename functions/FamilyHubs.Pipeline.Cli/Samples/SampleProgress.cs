namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>How far the writing of one batch is.</summary>
/// <param name="Extract">Name of the batch, <c>yyyyMMdd_HHmm</c>.</param>
/// <param name="Batch">Number of the batch, from 1.</param>
/// <param name="Batches">How many there will be.</param>
/// <param name="Children">Children gone through in this batch.</param>
/// <param name="OfChildren">Children in all.</param>
/// <param name="Rows">Rows written to this batch.</param>
public sealed record SampleProgress(string Extract, int Batch, int Batches, int Children, int OfChildren, long Rows);
