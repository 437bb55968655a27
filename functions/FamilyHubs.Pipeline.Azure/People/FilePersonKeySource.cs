using System.Security.Cryptography;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.People;

/// <summary>
/// For one machine: a random secret in a file that only its owner may read, made on first use. Its version is named after a hash of it,
/// so that pseudonyms of a file made anew are not taken for those of the former.
/// </summary>
public sealed class FilePersonKeySource(string path) : IPersonKeySource
{
    private const int KeyBytes = 32;
    private const int VersionBytes = 4;

    public async Task<PersonKey> GetAsync(CancellationToken cancel)
    {
        if (!File.Exists(path)) await CreateAsync(cancel).ConfigureAwait(false);
        var key = new byte[KeyBytes];
        var text = (await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false)).Trim();
        if (!Convert.TryFromBase64String(text, key, out var length) || length != KeyBytes)
            throw new InvalidOperationException($"The file {path} does not hold a key of {KeyBytes} bytes in base64. Put the right one back, or remove the file and the local data with it.");
        return new PersonKey(key, "local-" + Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, VersionBytes)));
    }

    private async Task CreateAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(VersionBytes))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(draft, options))
        {
            await writer.WriteLineAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)).AsMemory(), cancel).ConfigureAwait(false);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key counts.
            File.Delete(draft);
        }
    }
}
