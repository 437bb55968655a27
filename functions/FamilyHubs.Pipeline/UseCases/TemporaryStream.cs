namespace FamilyHubs.Pipeline.UseCases;

/// <summary>A file for what may not fit in memory; it is gone when it is closed.</summary>
internal static class TemporaryStream
{
    private const int BufferBytes = 1 << 16;

    public static FileStream Create() => new(
        Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
