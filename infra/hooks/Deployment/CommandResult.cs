namespace FamilyHubs.Deployment;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0: well.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it complained of.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool IsDone => ExitCode == 0;

    /// <summary>The output, without the line end.</summary>
    /// <exception cref="HookException">The program failed.</exception>
    public string Required(string doing) => IsDone ? Output.Trim() : throw new HookException($"{doing} failed: {Error.Trim()}");
}
