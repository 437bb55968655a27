namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>What to write instead of a cell. <paramref name="Position"/> -1: no cell changes.</summary>
internal sealed record Fault(string Reason, int Position, ReadOnlyMemory<byte> Cell);
