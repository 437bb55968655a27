namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>A file that a sender puts into landing.</summary>
/// <param name="Path">Path below the area.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SimulatedFile(string Path, byte[] Content)
{
    /// <summary>The batch that it belongs to, or its own path for a return or reference file.</summary>
    public string Extract => IsFile ? Path : Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Whether a trigger is told of it: manifests, returns and reference files.</summary>
    public bool IsAnnounced => IsFile || Path.EndsWith("/SRManifest.csv", StringComparison.Ordinal);

    private bool IsFile => Path.StartsWith("reference/", StringComparison.Ordinal) || Path.StartsWith("returns/", StringComparison.Ordinal);
}
