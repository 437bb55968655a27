using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>A store that gives no links, as on one machine; or one link for everything.</summary>
internal sealed class TestLinks : IDownloadLinks
{
    public Uri? Link { get; set; }

    public List<string> Asked { get; } = [];

    public Task<Uri?> CreateAsync(string container, string name, string fileName, CancellationToken cancel)
    {
        Asked.Add($"{container}/{name}");
        return Task.FromResult(Link);
    }
}
