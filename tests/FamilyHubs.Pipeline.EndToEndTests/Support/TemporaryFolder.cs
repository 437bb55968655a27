namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("familyhubs-e2e-").FullName;

    /// <summary>Path of a folder below, made when missing.</summary>
    public string Below(params ReadOnlySpan<string> parts) =>
        Directory.CreateDirectory(System.IO.Path.Combine([Path, .. parts])).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
