using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Host;

/// <summary>The built function app as a process of its own, on a free port.</summary>
internal sealed class FunctionsHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);

    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private FunctionsHostProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    /// <summary>Everything that the host has printed.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts the app and waits until it answers.</summary>
    /// <param name="store">Its storage and mail server.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="platformSignsIn">It believes that the platform's authentication stands before it.</param>
    /// <param name="arguments">More of its command line.</param>
    public static async Task<FunctionsHostProcess> StartAsync(Store store, string folder, bool platformSignsIn = false, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Dll(), "--port", port.ToString(CultureInfo.InvariantCulture), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in store.Settings)
        {
            start.Environment[name] = value;
        }

        if (platformSignsIn)
        {
            start.Environment["WEBSITE_AUTH_ENABLED"] = "True";
        }

        var host = new FunctionsHostProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await host.UntilAsync(host.AnswersAsync, "the host answers");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks for a page.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="email">Address of the person whom the request's principal header names; null without the header.</param>
    /// <param name="roles">App roles in that header.</param>
    public async Task<HttpResponseMessage> GetAsync(string path, string? email = null, params string[] roles)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (email is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", PrincipalHeader.Of(email, roles));
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", email);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>Waits until something holds; fails with the host's log when it does not, or when the host ends.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.False(_process.HasExited, $"The host ended while waiting until {what}.\n{Log}");
            Assert.True(waited.Elapsed < Patience, $"Waited {Patience} until {what}.\n{Log}");
            await Task.Delay(Poll);
        }
    }

    /// <summary>Asks the host to stop as a platform does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Dll()
    {
        // bin/{configuration}/{framework} of the tests names the build of the app beside which they were built.
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Repository.At(
            "functions", "FamilyHubs.Pipeline.Functions", "bin", framework.Parent!.Name, framework.Name, "FamilyHubs.Pipeline.Functions.dll");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("api/health");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }
    }
}
