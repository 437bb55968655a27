using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>Where a family lives for a time. <paramref name="Place"/> is null when no place is known.</summary>
internal sealed record Home(SamplePlace? Place, string? Postcode, int Quintile, int Number, string Road, DateOnly From, DateOnly? To);
