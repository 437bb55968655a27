namespace FamilyHubs.Deployment;

/// <summary>
/// A role takes effect some minutes after it was given; an app that is deployed before finds its storage closed. The roles of the person who deploys
/// were given by the same deployment as the app's: when a small file can be put, the app's have very likely arrived too.
/// </summary>
public sealed class WaitForRoles(HookServices services) : IHook
{
    private const int Tries = 40;
    private const string Probe = "deployment/probe.txt";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Blind = TimeSpan.FromMinutes(3);

    public async Task RunAsync(CancellationToken cancel)
    {
        using var file = new SecretFile("A hook of the deployment put this here to see whether it may.");
        var data = new DataAccess(services);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            switch (await data.PutAsync("config", Probe, file.Path, overwrite: true, cancel))
            {
                case Refusal.None:
                    await data.DeleteAsync("config", Probe, cancel);
                    await services.Output.WriteLineAsync("The roles have taken effect.");
                    return;
                case Refusal.Network:
                    await services.Output.WriteLineAsync("The data is not reached from here, so nothing can be tried; waiting three minutes instead.");
                    await Task.Delay(Blind, services.Time, cancel);
                    return;
                default:
                    await services.Output.WriteLineAsync($"The roles have not taken effect yet ({attempt} of {Tries}).");
                    await Task.Delay(Pause, services.Time, cancel);
                    break;
            }
        }

        throw new HookException("The roles have not taken effect within ten minutes. Wait a while and run: azd hooks run postprovision, then azd deploy");
    }
}
