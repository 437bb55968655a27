using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker.Host.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Host.Blobs;

/// <summary>
/// Lists a container each second and runs the function for each matching blob version without a completed receipt. A run that fails is
/// tried again at the next listing, <c>extensions.blobs.poisonBlobThreshold</c> times in all.
/// </summary>
internal sealed partial class BlobListener : TriggerListener
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly string[] TriggerNames = ["BlobTrigger", "Uri"];

    private readonly BlobPathPattern _pattern;
    private readonly BlobContainerClient _container;
    private readonly BlobReceiptStore _receipts;
    private readonly BlobGate _gate;
    private readonly FunctionInvoker _invoker;
    private readonly TimeProvider _time;
    private readonly int _tries;
    private readonly CancellationToken _stopping;
    private readonly ILogger<BlobListener> _logger;
    // Keys of this start's completed versions, so that a listing costs no request for each.
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);
    private readonly Lock _completedLock = new();
    private Task _loop = Task.CompletedTask;

    public BlobListener(
        FunctionDescriptor function, AppSettings settings, HostStorage storage, HostIdentity identity, HostJson hostJson, BlobGate gate,
        FunctionInvoker invoker, HostClock clock, IHostApplicationLifetime lifetime, ILogger<BlobListener> logger)
        : base(function)
    {
        var trigger = (BlobTriggerAttribute)function.Trigger;
        _pattern = BlobPathPattern.Parse(settings.Resolve(trigger.BlobPath, function.Name), function.Name);
        function.CheckParameters([typeof(BlobClient), typeof(Stream)], [], [.. _pattern.Names, .. TriggerNames]);
        if (function.Retry is not null)
            throw new HostStartException($"Function '{function.Name}': a blobTrigger takes no retry attribute; the host retries it by itself.");
        _container = storage.Blobs(trigger.Connection).GetBlobContainerClient(_pattern.Container);
        _receipts = new BlobReceiptStore(storage, identity);
        _gate = gate;
        _invoker = invoker;
        _time = clock.Time;
        _tries = hostJson.BlobTries;
        _stopping = lifetime.ApplicationStopping;
        _logger = logger;
    }

    internal override async Task StartAsync(CancellationToken cancellationToken)
    {
        await _receipts.OpenAsync(cancellationToken);
        _loop = Task.Run(LoopAsync, CancellationToken.None);
    }

    internal override Task StopAsync() => _loop;

    internal override TriggerInput CreateInput(string? input)
    {
        var name = input is not null && input.StartsWith($"{_pattern.Container}/", StringComparison.Ordinal) ? input[(_pattern.Container.Length + 1)..] : null;
        return name is not null && _pattern.Match(name) is { } names
            ? new BlobInput(_container.GetBlobClient(name), names)
            : throw new FormatException($"The input of '{Function.Name}' must be the path of a blob like {_pattern.Container}/… that fits the trigger's path.");
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                await ScanSafelyAsync();
                await Task.Delay(Pause, _time, _stopping);
            }
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // The host stops: what ran was cancelled and is found again at the next start.
        }
    }

    private async Task ScanSafelyAsync()
    {
        try
        {
            await ScanAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound.ToString())
        {
            // The container may be made later.
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or HostStartException && !_stopping.IsCancellationRequested)
        {
            LogScanFailed(e, Function.Name, _pattern.Container);
        }
    }

    private async Task ScanAsync()
    {
        var found = new List<(BlobVersion Version, Dictionary<string, object?> Names)>();
        await foreach (var item in _container.GetBlobsAsync(new GetBlobsOptions { Prefix = _pattern.Prefix }, _stopping))
        {
            if (item.Properties.ETag is { } etag && _pattern.Match(item.Name) is { } names)
            {
                var version = new BlobVersion(_pattern.Container, item.Name, etag);
                if (!IsKnown(version))
                    found.Add((version, names));
            }
        }
        await Parallel.ForEachAsync(
            found,
            new ParallelOptions { MaxDegreeOfParallelism = _gate.Limit, CancellationToken = _stopping },
            async (blob, _) => await _gate.RunAsync(() => ProcessAsync(blob.Version, blob.Names), _stopping));
    }

    private async Task ProcessAsync(BlobVersion version, Dictionary<string, object?> names)
    {
        var receipt = await _receipts.ReadAsync(Function.Id, version, _stopping);
        if (receipt.IsCompleted)
        {
            Remember(version);
            return;
        }
        var blob = _container.GetBlobClient(version.Name);
        if (!await IsCurrentAsync(blob, version))
            return;
        // Counted before the run, so that a run that ends the process counts too.
        receipt = receipt with { Tries = receipt.Tries + 1 };
        await _receipts.WriteAsync(Function.Id, version, receipt, _stopping);
        try
        {
            await _invoker.InvokeAsync(Function, new BlobInput(blob, names), _stopping);
        }
        catch (Exception) when (!_stopping.IsCancellationRequested)
        {
            // Logged by the invoker.
            if (receipt.Tries < _tries)
                return;
            await _receipts.WritePoisonAsync(Function.Id, version, CancellationToken.None);
            LogPoison(Function.Name, receipt.Tries, version.Container, version.Name);
        }
        await _receipts.WriteAsync(Function.Id, version, receipt with { IsCompleted = true }, CancellationToken.None);
        Remember(version);
    }

    private async Task<bool> IsCurrentAsync(BlobClient blob, BlobVersion version)
    {
        try
        {
            var properties = await blob.GetPropertiesAsync(conditions: null, _stopping);
            return new BlobVersion(version.Container, version.Name, properties.Value.ETag) == version;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    private bool IsKnown(BlobVersion version)
    {
        lock (_completedLock)
            return _completed.Contains(version.Key);
    }

    private void Remember(BlobVersion version)
    {
        lock (_completedLock)
            _completed.Add(version.Key);
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "BlobScanFailed", Message = "The container '{Container}' could not be listed for '{Function}'; the next try is in a second")]
    private partial void LogScanFailed(Exception exception, string function, string container);

    [LoggerMessage(Level = LogLevel.Error, EventName = "BlobPoison", Message = "'{Function}' failed {Tries} times for {Container}/{Blob}; the blob is recorded as poison in the container webjobs-blobtrigger-poison and not tried again")]
    private partial void LogPoison(string function, int tries, string container, string blob);
}
