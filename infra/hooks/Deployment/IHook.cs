namespace FamilyHubs.Deployment;

/// <summary>A step of the deployment. Running it again changes nothing that is right already.</summary>
public interface IHook
{
    /// <exception cref="HookException">It cannot go on; the message says what to do.</exception>
    Task RunAsync(CancellationToken cancel);
}
