namespace FamilyHubs.Deployment;

/// <summary>A file that only its owner reads, gone when disposed: a secret on a command line is seen by everybody on the machine.</summary>
public sealed class SecretFile : IDisposable
{
    public SecretFile(string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(Path, options);
        writer.Write(content);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".json");

    public void Dispose() => File.Delete(Path);
}
