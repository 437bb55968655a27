namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of the e-Start return (extracts.md 5).</summary>
internal sealed record Estart(Person Person, string Sector, string Group, DateOnly From, DateOnly? To);
