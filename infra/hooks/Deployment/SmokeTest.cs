using System.Text.Json;
using System.Text.Json.Nodes;

namespace FamilyHubs.Deployment;

/// <summary>
/// The whole way once: a small made-up extract goes into landing of an area of its own, its manifest last, and must be in the lake some minutes
/// later. The area's profile is taken away again, so that nobody waits for its next extract.
/// </summary>
public sealed class SmokeTest(HookServices services) : IHook
{
    public const string Area = "smoke";

    private const string Manifest = "SRManifest.csv";
    private const int Tries = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly DataAccess _data = new(services);

    public async Task RunAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("familyhubs-smoke-");
        try
        {
            var profile = Path.Combine(folder.FullName, "profile.json");
            var essex = await File.ReadAllTextAsync(services.PathOf("functions", "profiles", "essex.json"), cancel);
            await File.WriteAllTextAsync(profile, ProfileOf(essex), cancel);
            if (await _data.PutAsync("config", $"{Area}/profile.json", profile, overwrite: true, cancel) == Refusal.Network)
            {
                await services.Output.WriteLineAsync("The data is not reached from here: the smoke test is left out. Run it where it is: azd hooks run postdeploy");
                return;
            }

            (await CommandLineAsync(GenerateArguments(profile, folder.FullName), cancel)).Required("Making the sample extract");
            var batch = BatchIn(folder.FullName);
            await PutBatchAsync(batch, cancel);
            await WaitAsync(Path.GetFileName(batch), cancel);
        }
        finally
        {
            await _data.DeleteAsync("config", $"{Area}/profile.json", CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The profile of Essex under the name of the test's area.</summary>
    public static string ProfileOf(string essex)
    {
        var profile = JsonNode.Parse(essex)!;
        profile["area"] = Area;
        return profile.ToJsonString();
    }

    /// <summary>Arguments of the command line that write the sample extract below a folder; the same each time.</summary>
    public static IReadOnlyList<string> GenerateArguments(string profile, string folder) =>
        ["generate", "--area", Area, "--profile", profile, "--children", "20", "--from", "2019-03-25", "--to", "2019-03-25", "--seed", "1", "--out", folder];

    /// <summary>Folder of the batch below the folder that was given.</summary>
    public static string BatchIn(string folder) =>
        Directory.EnumerateFiles(folder, Manifest, SearchOption.AllDirectories).Select(Path.GetDirectoryName).FirstOrDefault()
        ?? throw new HookException("The sample extract has no manifest.");

    private async Task PutBatchAsync(string batch, CancellationToken cancel)
    {
        foreach (var file in Directory.EnumerateFiles(batch).OrderBy(f => Path.GetFileName(f) == Manifest))
        {
            await _data.PutAsync("landing", $"{Area}/{Path.GetFileName(batch)}/{Path.GetFileName(file)}", file, overwrite: true, cancel);
        }

        await services.Output.WriteLineAsync($"The sample extract {Area}/{Path.GetFileName(batch)} is in landing.");
    }

    private async Task WaitAsync(string extract, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var listed = await CommandLineAsync(["extracts", "--area", Area, "--json", "--lake", services.Environment.Get("LAKE_ADDRESS")], cancel);
            switch (listed.IsDone ? StateOf(listed.Output, extract) : null)
            {
                case "done" or "duplicate":
                    await services.Output.WriteLineAsync("The sample extract is in the lake: the smoke test has passed.");
                    return;
                case "refused" or "held" or "deferred":
                    throw new HookException($"The sample extract was not taken: familyhubs extracts --area {Area} --lake {services.Environment.Get("LAKE_ADDRESS")}");
            }

            await Task.Delay(Pause, services.Time, cancel);
        }

        throw new HookException("The sample extract is not in the lake after ten minutes. Is the app running, and does Event Grid reach it? docs/runbook.md, No heartbeat and Dead letters.");
    }

    /// <summary>State of a batch in the list that <c>familyhubs extracts --json</c> prints; null when it is not in it.</summary>
    public static string? StateOf(string json, string extract)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("extract").GetString() == extract)
            .Select(entry => entry.GetProperty("state").GetString())
            .FirstOrDefault();
    }

    private Task<CommandResult> CommandLineAsync(IReadOnlyList<string> arguments, CancellationToken cancel) =>
        services.Commands.RunAsync("dotnet", ["run", "--project", services.PathOf("functions", "FamilyHubs.Pipeline.Cli"), "--", .. arguments], cancel);
}
