namespace FamilyHubs.Deployment;

/// <summary>Values of the azd environment: azd hands them to hooks as environment variables, and takes them back by a command.</summary>
public sealed class AzdEnvironment(ICommands commands, Func<string, string?> read)
{
    /// <summary>The value; null when it is empty or was never set.</summary>
    public string? Find(string name) => read(name) is { Length: > 0 } value ? value : null;

    /// <exception cref="HookException">There is none.</exception>
    public string Get(string name) =>
        Find(name) ?? throw new HookException($"The azd environment has no {name}. Run azd provision first, or give it: azd env set {name} VALUE");

    public async Task SetAsync(string name, string value, CancellationToken cancel) =>
        (await commands.RunAsync("azd", ["env", "set", name, value], cancel)).Required($"azd env set {name}");
}
