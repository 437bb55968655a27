namespace FamilyHubs.Pipeline.EndToEndTests.Snapshots;

/// <summary>Tests that look at the same <see cref="SnapshotCycle"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SnapshotSamples : ICollectionFixture<SnapshotCycle>
{
    public const string Name = "snapshot samples";
}
