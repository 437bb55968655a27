namespace FamilyHubs.Deployment;

/// <summary>Runs a hook for a person at a keyboard.</summary>
public static class Hook
{
    /// <returns>0: done; 1: it cannot go on, and a sentence says why.</returns>
    public static async Task<int> RunAsync(Func<HookServices, IHook> hook)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var commands = new SystemCommands(Directory.GetCurrentDirectory());
        var services = new HookServices(
            commands, new AzdEnvironment(commands, System.Environment.GetEnvironmentVariable), Console.Out, TimeProvider.System, RootOf(Directory.GetCurrentDirectory()));
        try
        {
            await hook(services).RunAsync(stop.Token);
            return 0;
        }
        catch (HookException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>azd runs a hook in the folder of azure.yaml, but a person may be elsewhere.</summary>
    private static string RootOf(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "azure.yaml")))
            {
                return at;
            }
        }

        throw new HookException($"There is no azure.yaml in {folder} or above it. Run this in the repository.");
    }
}
