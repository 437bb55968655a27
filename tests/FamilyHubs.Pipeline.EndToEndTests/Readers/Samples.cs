namespace FamilyHubs.Pipeline.EndToEndTests.Readers;

/// <summary>Tests that look at the same <see cref="SampleCycle"/>.</summary>
[CollectionDefinition(Name)]
public sealed class Samples : ICollectionFixture<SampleCycle>
{
    public const string Name = "samples";
}
