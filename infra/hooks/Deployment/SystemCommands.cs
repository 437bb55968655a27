using System.ComponentModel;
using System.Diagnostics;

namespace FamilyHubs.Deployment;

/// <summary>Programs of this machine. On Windows az and azd are command scripts, which only the shell starts.</summary>
public sealed class SystemCommands(string folder) : ICommands
{
    public async Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var error = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (Win32Exception)
        {
            throw new HookException($"The program {program} is not on the path. Install it and run again.");
        }
    }
}
