using System.Text.Json;

namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>
/// The data folder of local storage, which one Azurite at a time may use: the process that holds the lock file owns it and leaves
/// the ports in a file for others to share.
/// </summary>
internal sealed class LocalStorageFolder(string path)
{
    private readonly string _ports = Path.Combine(path, "ports.json");

    /// <summary>The lock, or null when another process holds it. The operating system frees it however that process ends.</summary>
    public FileStream? TryOwn()
    {
        Directory.CreateDirectory(path);
        try
        {
            return new FileStream(Path.Combine(path, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Ports that the owner left, or null.</summary>
    public AzuritePorts? ReadPorts()
    {
        try
        {
            return JsonSerializer.Deserialize<AzuritePorts>(File.ReadAllBytes(_ports));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void WritePorts(AzuritePorts ports)
    {
        var whole = _ports + ".new";
        File.WriteAllBytes(whole, JsonSerializer.SerializeToUtf8Bytes(new { ports.Blob, ports.Queue, ports.Table }));
        File.Move(whole, _ports, overwrite: true);
    }

    public void RemovePorts() => File.Delete(_ports);
}
