namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>A file that a commit takes out of the table. It stays in the container for the versions before.</summary>
internal sealed record RemovedFile(string Path, long Size);
