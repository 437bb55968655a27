using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Samples;

/// <summary>Sample extracts in a temporary folder.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samples-");

    public string Path => _folder.FullName;

    public string Landing(string area) => System.IO.Path.Combine(Path, "landing", area);

    public SampleOptions Options(int children, string area = "essex") =>
        new(area, children, new DateOnly(2019, 3, 11), new DateOnly(2019, 4, 1), Seed: 7, Chaos: false, Path);

    public static async Task<SampleResult> WriteAsync(SampleOptions options) => await SampleExtracts.WriteAsync(
        options, await ProfileAsync(options.Area), ContractCatalog.Shipped, null, CancellationToken.None);

    public static async Task<Profile> ProfileAsync(string area)
    {
        var result = await ProfileCatalog.Shipped.FindAsync(area, CancellationToken.None);
        return result?.Profile ?? throw new InvalidOperationException($"The shipped profile of {area} cannot be read.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
