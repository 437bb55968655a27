namespace FamilyHubs.Deployment;

/// <summary>
/// Puts what an area needs before its first extract: below infra/first, <c>{area}/profile.json</c> goes to config and
/// <c>{area}/reference/*.csv</c> to landing. What is there already stays: from then on informatics changes it, not the deployment.
/// </summary>
public sealed class UploadFirstFiles(HookServices services) : IHook
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var folder = services.PathOf("infra", "first");
        var data = new DataAccess(services);
        var put = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (PlaceOf(Path.GetRelativePath(folder, file).Replace('\\', '/')) is not { } place)
            {
                continue;
            }

            switch (await data.PutAsync(place.Container, place.Name, file, overwrite: false, cancel))
            {
                case Refusal.None:
                    put++;
                    break;
                case Refusal.Network:
                    await services.Output.WriteLineAsync(
                        "The data is not reached from here: put profiles and reference files from a machine that does (familyhubs ingest), or allow this address: azd env set ALLOWED_IPS A.B.C.D, azd provision.");
                    return;
                case Refusal.NoRole:
                    throw new HookException("You may not put files into config and landing. The roles take effect some minutes after azd provision; then run: azd hooks run postdeploy");
            }
        }

        await services.Output.WriteLineAsync($"{put} first files put; what was there already stays.");
    }

    /// <summary>Where a file goes; null for one that is no first file, such as a README.</summary>
    public static (string Container, string Name)? PlaceOf(string path) => path.Split('/') switch
    {
        [var area, "profile.json"] => ("config", $"{area}/profile.json"),
        [_, "reference", var name] when name.EndsWith(".csv", StringComparison.Ordinal) => ("landing", path),
        _ => null,
    };
}
