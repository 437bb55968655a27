namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRNDOptOutPreference.</summary>
internal sealed class OptOut : Fact;
