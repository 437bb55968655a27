namespace FamilyHubs.Deployment;

/// <summary>Runs other programs.</summary>
public interface ICommands
{
    /// <summary>Runs a program to its end, whatever its exit code.</summary>
    /// <exception cref="HookException">There is no such program.</exception>
    Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel);
}
