using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>A key for people who do not exist.</summary>
internal sealed class FixedKey : IPersonKeySource
{
    public Task<PersonKey> GetAsync(CancellationToken cancel) => Task.FromResult(new PersonKey(new byte[32], "benchmark"));
}
