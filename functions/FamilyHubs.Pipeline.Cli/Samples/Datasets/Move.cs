using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>A household goes to live elsewhere.</summary>
internal sealed record Move(SamplePlace To, DateOnly On);
