namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Where the bytes of a cell are in the row's text; length 0: empty.</summary>
internal readonly record struct Cell(int Start, int Length);
