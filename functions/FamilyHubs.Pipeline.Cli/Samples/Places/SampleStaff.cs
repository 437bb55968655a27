namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A member of staff with the profile through which entries are made.</summary>
internal sealed record SampleStaff(long Id, long ProfileId, string Name, string Role, long TeamId, DateOnly Since);
