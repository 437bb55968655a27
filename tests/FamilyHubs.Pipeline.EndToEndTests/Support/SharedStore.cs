namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>One store for tests that each have an area of their own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedStore : ICollectionFixture<Store>
{
    public const string Name = "shared store";
}
