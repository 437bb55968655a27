namespace FamilyHubs.Deployment;

/// <summary>What a hook works with.</summary>
/// <param name="Commands">Runs other programs.</param>
/// <param name="Environment">Values of the azd environment.</param>
/// <param name="Output">What the person sees.</param>
/// <param name="Time">Clock and waiting.</param>
/// <param name="Root">Folder of the repository.</param>
public sealed record HookServices(ICommands Commands, AzdEnvironment Environment, TextWriter Output, TimeProvider Time, string Root)
{
    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
