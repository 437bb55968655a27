namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A team with its staff. <paramref name="Quality"/> from -1 to 1 is how far it is from the area's rates.</summary>
internal sealed record SampleTeam(long Id, string Name, double Quality, IReadOnlyList<SampleStaff> Staff);
