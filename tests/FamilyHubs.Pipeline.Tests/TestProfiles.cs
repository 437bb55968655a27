using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests;

/// <summary>The shipped profiles, read once.</summary>
internal static class TestProfiles
{
    private static readonly Lazy<Task<Profile>> EssexOnce = new(async () =>
        (await ProfileCatalog.Shipped.FindAsync("essex", CancellationToken.None))?.Profile
        ?? throw new InvalidOperationException("The profile essex is not shipped beside the tests."));

    public static Task<Profile> EssexAsync() => EssexOnce.Value;

    /// <summary>Any shipped profile, read anew.</summary>
    public static async Task<Profile> ShippedAsync(string area) =>
        (await ProfileCatalog.Shipped.FindAsync(area, CancellationToken.None))?.Profile
        ?? throw new InvalidOperationException($"The profile {area} is not shipped beside the tests.");
}
