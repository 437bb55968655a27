using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>
/// Azurite as a child process on loopback. It ends when it is disposed and, because it watches its standard input, also when
/// this process ends in any other way.
/// </summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentDictionary<string, int> _listening = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => NoteListening(line.Data);
        _process.ErrorDataReceived += (_, line) => NoteError(line.Data);
    }

    /// <summary>The ports it listens on.</summary>
    public AzuritePorts Ports => new(_listening["Blob"], _listening["Queue"], _listening["Table"]);

    public int ProcessId => _process.Id;

    /// <summary>Installs Azurite when needed, starts it and waits until its three services listen.</summary>
    /// <param name="package">Where it is installed.</param>
    /// <param name="ports">Ports to listen on.</param>
    /// <param name="arguments">Where it keeps its data and the like.</param>
    /// <param name="searchPath">Folders in which Node.js is looked for, as in the variable PATH.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="AzuriteException">It cannot be started.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        AzuritePackage package, AzuritePorts ports, IEnumerable<string> arguments, string? searchPath, CancellationToken cancel)
    {
        var node = CommandPath.Find("node", searchPath);
        await package.InstallAsync(searchPath, cancel).ConfigureAwait(false);
        var start = new ProcessStartInfo(node, [package.Script, .. Arguments(ports), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var azurite = new AzuriteProcess(start);
        try
        {
            await azurite.StartAsync(ports, cancel).ConfigureAwait(false);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets it write its data and end; ends it by force when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_process.HasExited) return;
            _process.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was never started.
        }
        finally
        {
            _process.Dispose();
        }
    }

    private async Task StartAsync(AzuritePorts ports, CancellationToken cancel)
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(StartLimit);
        try
        {
            var ended = _process.WaitForExitAsync(limit.Token);
            if (await Task.WhenAny(_ready.Task, ended).ConfigureAwait(false) == _ready.Task) return;
            await ended.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new AzuriteException(string.Create(CultureInfo.InvariantCulture, $"Azurite did not begin to listen within {StartLimit.TotalSeconds} seconds. {Errors()}"));
        }
        throw Refused(ports);
    }

    private AzuriteException Refused(AzuritePorts ports)
    {
        var taken = TakenPort().Match(Errors());
        return taken.Success
            ? new AzuriteException(
                $"Local storage cannot listen on port {taken.Groups["port"].Value}: another program has it. Stop that program, or leave the ports to be chosen.")
            : new AzuriteException(string.Create(
                CultureInfo.InvariantCulture, $"Azurite ended with exit code {_process.ExitCode} instead of listening on ports {ports.Blob}, {ports.Queue}, {ports.Table}. {Errors()}"));
    }

    private void NoteListening(string? line)
    {
        if (line is null || Listening().Match(line) is not { Success: true } match) return;
        _listening[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        if (_listening.Count == 3) _ready.TrySetResult();
    }

    private void NoteError(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        _errors.Enqueue(line);
        if (_errors.Count > KeptErrorLines) _errors.TryDequeue(out _);
    }

    private string Errors() => string.Join(' ', _errors);

    private static IEnumerable<string> Arguments(AzuritePorts ports)
    {
        foreach (var (service, port) in new[] { ("blob", ports.Blob), ("queue", ports.Queue), ("table", ports.Table) })
        {
            yield return $"--{service}Host";
            yield return "127.0.0.1";
            yield return $"--{service}Port";
            yield return port.ToString(CultureInfo.InvariantCulture);
        }
        yield return "--skipApiVersionCheck";
        yield return "--disableTelemetry";
        yield return "--silent";
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"EADDRINUSE\D*127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex TakenPort();
}
