namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>What was written.</summary>
/// <param name="Batches">In time order.</param>
/// <param name="References">Paths of the reference files.</param>
/// <param name="Returns">Paths of the returns.</param>
/// <param name="PlantedFaults">How many faults <c>planted-faults.json</c> lists; 0 without chaos.</param>
public sealed record SampleResult(
    IReadOnlyList<SampleBatch> Batches,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Returns,
    int PlantedFaults);
