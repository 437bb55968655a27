using System.Diagnostics;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>The npm package of Azurite, pinned by <c>tests/azurite/package-lock.json</c> and installed beside it on first use.</summary>
internal sealed class AzuritePackage(string root)
{
    public const string DataFolderName = ".azurite";

    private const string Hint = "Check that npm can reach its registry, then run `npm ci` in tests/azurite to see the whole message.";
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    private readonly string _folder = FolderIn(root);

    /// <summary>Folder of local data, not under version control.</summary>
    public string DataFolder => Path.Combine(root, DataFolderName);

    /// <summary>The script for Node.js that runs Azurite.</summary>
    public string Script => Path.Combine(_folder, "run.js");

    private string Modules => Path.Combine(_folder, "node_modules");

    /// <summary>The package of the repository that holds this program or, for an installed tool, the current folder.</summary>
    /// <exception cref="AzuriteException">Neither is in the repository.</exception>
    public static AzuritePackage Find() => TryFind() ?? throw new AzuriteException(
        "Local storage is started from the repository (tests/azurite), which is not here. Run the command inside it, or set Lake to the connection string or address of a storage account.");

    /// <summary>As <see cref="Find"/>, or null.</summary>
    public static AzuritePackage? TryFind() =>
        (RootAbove(AppContext.BaseDirectory) ?? RootAbove(Environment.CurrentDirectory)) is { } root ? new AzuritePackage(root) : null;

    /// <summary>Runs <c>npm ci</c> when the pinned version is not installed; waits for another process that is at it.</summary>
    /// <exception cref="AzuriteException">npm is missing or failed.</exception>
    public async Task InstallAsync(string? searchPath, CancellationToken cancel)
    {
        if (IsInstalled()) return;
        Directory.CreateDirectory(DataFolder);
        await using var guard = await LockAsync(Path.Combine(DataFolder, "install.lock"), cancel).ConfigureAwait(false);
        if (IsInstalled()) return;

        var npm = new ProcessStartInfo(CommandPath.Find("npm", searchPath), ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(npm) ?? throw new AzuriteException("npm could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            await output.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0 || !IsInstalled())
            throw new AzuriteException($"npm ci could not install Azurite in tests/azurite (exit code {process.ExitCode}). {FirstLine(await errors.ConfigureAwait(false))} {Hint}");
    }

    private static string FolderIn(string root) => Path.Combine(root, "tests", "azurite");

    private static string? RootAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(FolderIn(at.FullName), "package-lock.json"))) return at.FullName;
        }
        return null;
    }

    /// <summary>npm writes its own record of the installation last, so an interrupted one does not count.</summary>
    private bool IsInstalled() =>
        File.Exists(Path.Combine(Modules, ".package-lock.json")) && VersionIn(Path.Combine(Modules, ".package-lock.json")) == VersionIn(Path.Combine(_folder, "package-lock.json"));

    private static string? VersionIn(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        return json.RootElement.GetProperty("packages").TryGetProperty("node_modules/azurite", out var package) ? package.GetProperty("version").GetString() : null;
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockPoll, cancel).ConfigureAwait(false);
            }
        }
    }

    private static string FirstLine(string text) => text.AsSpan().Trim().EnumerateLines() is var lines && lines.MoveNext() ? lines.Current.ToString() : "";
}
