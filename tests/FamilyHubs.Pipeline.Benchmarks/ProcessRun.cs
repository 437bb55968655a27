using System.Diagnostics;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>Runs a command to its end and times it; its last line may be a <see cref="Measured"/>.</summary>
internal static class ProcessRun
{
    public static async Task<Run> StartAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancel, Action<Process>? started = null)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        started?.Invoke(process);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        watch.Stop();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{output}");
        }

        var last = output.TrimEnd().Split('\n')[^1];
        var measured = last.StartsWith('{') ? JsonSerializer.Deserialize<Measured>(last, Measured.Json)! : new Measured(0, 0, 0);
        return new Run(watch.Elapsed.TotalSeconds, measured);
    }
}
