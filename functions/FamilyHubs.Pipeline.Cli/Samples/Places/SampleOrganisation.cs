namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A row of SROrganisation: a service, a practice or a school.</summary>
internal sealed record SampleOrganisation(long Id, string Name, string? Code, string Town);
