namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>What a file holds, as its maker knows.</summary>
/// <param name="Rows">Records.</param>
/// <param name="Refused">Of these, with a cell that cannot be read.</param>
/// <param name="Duplicates">Readable ones of which a later record of the file has the key.</param>
internal sealed record SimulatedCounts(long Rows, long Refused, long Duplicates);
