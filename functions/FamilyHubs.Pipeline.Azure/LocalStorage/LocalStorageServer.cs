namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>
/// Azurite for one machine, with its data under <c>.azurite/</c> so that it lasts from command to command (architecture.md 5). The first
/// process starts and stops it; another that comes meanwhile shares it.
/// </summary>
public sealed class LocalStorageServer : IAsyncDisposable
{
    private const string DevelopmentStorage = "UseDevelopmentStorage=true";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly AzuriteProcess? _process;
    private readonly LocalStorageFolder? _folder;
    private readonly FileStream? _lock;

    private LocalStorageServer(AzuritePorts ports, AzuriteProcess? process = null, LocalStorageFolder? folder = null, FileStream? ownership = null)
    {
        (_process, _folder, _lock) = (process, folder, ownership);
        ConnectionString = ports.ConnectionString;
    }

    /// <summary>Connection string for the setting <c>Lake</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>True when this process started it and will stop it.</summary>
    public bool IsOwner => _process is not null;

    /// <summary>Starts local storage when the setting <c>Lake</c> is empty or <c>UseDevelopmentStorage=true</c>.</summary>
    /// <returns>Null when <c>Lake</c> names a store of its own.</returns>
    /// <exception cref="LocalStorageException">It cannot be started.</exception>
    public static async Task<LocalStorageServer?> StartIfNeededAsync(string? lake, CancellationToken cancel)
    {
        var development = string.Equals(lake?.Trim().TrimEnd(';'), DevelopmentStorage, StringComparison.OrdinalIgnoreCase);
        return string.IsNullOrWhiteSpace(lake) || development
            ? await StartAsync(new LocalStorageOptions { DefaultPorts = development }, cancel).ConfigureAwait(false)
            : null;
    }

    /// <summary>Starts Azurite, or shares one that already serves these ports or this folder.</summary>
    /// <exception cref="LocalStorageException">It cannot be started.</exception>
    public static async Task<LocalStorageServer> StartAsync(LocalStorageOptions options, CancellationToken cancel)
    {
        if (options.DefaultPorts && await AzuriteProbe.AnswersAsync(AzuritePorts.Default, cancel).ConfigureAwait(false))
            return new LocalStorageServer(AzuritePorts.Default);
        try
        {
            var package = AzuritePackage.Find();
            if (options.InMemory) return await ForgettingAsync(package, options, cancel).ConfigureAwait(false);
            var folder = new LocalStorageFolder(options.Folder ?? package.DataFolder);
            return folder.TryOwn() is { } ownership
                ? await OwnAsync(package, folder, ownership, options, cancel).ConfigureAwait(false)
                : await ShareAsync(folder, cancel).ConfigureAwait(false);
        }
        catch (AzuriteException e)
        {
            throw new LocalStorageException(e.Message, e);
        }
    }

    /// <summary>Stops Azurite when this process started it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _folder?.RemovePorts();
        await _process.DisposeAsync().ConfigureAwait(false);
        if (_lock is not null) await _lock.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<LocalStorageServer> ForgettingAsync(AzuritePackage package, LocalStorageOptions options, CancellationToken cancel)
    {
        var process = await AzuriteProcess.StartAsync(
            package, options.DefaultPorts ? AzuritePorts.Default : AzuritePorts.Free, ["--inMemoryPersistence"], options.SearchPath, cancel).ConfigureAwait(false);
        return new LocalStorageServer(process.Ports, process);
    }

    private static async Task<LocalStorageServer> OwnAsync(
        AzuritePackage package, LocalStorageFolder folder, FileStream ownership, LocalStorageOptions options, CancellationToken cancel)
    {
        AzuriteProcess? process = null;
        try
        {
            await WaitForFormerOwnerAsync(folder, cancel).ConfigureAwait(false);
            var location = Path.GetDirectoryName(ownership.Name)!;
            process = await AzuriteProcess.StartAsync(
                package, options.DefaultPorts ? AzuritePorts.Default : AzuritePorts.Free, ["--location", location], options.SearchPath, cancel).ConfigureAwait(false);
            folder.WritePorts(process.Ports);
            return new LocalStorageServer(process.Ports, process, folder, ownership);
        }
        catch
        {
            if (process is not null) await process.DisposeAsync().ConfigureAwait(false);
            await ownership.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>An owner that was killed leaves an Azurite that is still writing its data for a moment.</summary>
    private static async Task WaitForFormerOwnerAsync(LocalStorageFolder folder, CancellationToken cancel)
    {
        if (folder.ReadPorts() is not { } former) return;
        await UntilAsync(async () => !await AzuriteProbe.AnswersAsync(former, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        folder.RemovePorts();
    }

    private static async Task<LocalStorageServer> ShareAsync(LocalStorageFolder folder, CancellationToken cancel)
    {
        AzuritePorts? ports = null;
        var answers = await UntilAsync(
            async () => (ports = folder.ReadPorts()) is not null && await AzuriteProbe.AnswersAsync(ports, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return answers
            ? new LocalStorageServer(ports!)
            : throw new LocalStorageException("Another command holds the local storage but does not serve it. Wait until it has ended, then try again.");
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> condition, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Poll)
        {
            if (await condition().ConfigureAwait(false)) return true;
            await Task.Delay(Poll, cancel).ConfigureAwait(false);
        }
        return false;
    }
}
