namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A postcode of the area ZX, which the Royal Mail has not got.</summary>
internal sealed record SamplePostcode(string Postcode, string Lsoa, int Quintile);
