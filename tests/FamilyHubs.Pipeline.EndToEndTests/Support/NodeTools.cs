using System.Diagnostics;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>Runs the scripts of <c>tests/tools</c>; their packages are installed on first use.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Repository.At("tests", "tools");

    /// <summary>Runs a script and gives what it printed.</summary>
    public static async Task<string> RunAsync(string script, params string[] args)
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            // The versions in package.json are exact; a lock file would name the platforms of the feed that it was made from, and only those.
            await StartAsync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        }

        return await StartAsync("node", [Path.Combine(Folder, script), .. args]);
    }

    private static async Task<string> StartAsync(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
