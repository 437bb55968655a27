using System.Diagnostics;
using FamilyHubs.Deployment;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>The hooks as azd runs them: single C# files; and the smoke test's sample extract, taken by the product.</summary>
public sealed class HookBuildTests
{
    [Fact]
    public async Task Hooks_Build()
    {
        foreach (var hook in Directory.EnumerateFiles(Repository.At("infra", "hooks"), "*.cs"))
        {
            var start = new ProcessStartInfo("dotnet", ["build", hook, "--no-dependencies", "-v", "q"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{hook}: {output}");
        }
    }

    [Fact]
    public async Task SmokeTest_SampleExtract_IsTakenIntoTheLake()
    {
        using var store = new Store();
        await store.InitializeAsync();
        try
        {
            using var folder = new TemporaryFolder();
            var profile = Path.Combine(folder.Path, "profile.json");
            await File.WriteAllTextAsync(profile, SmokeTest.ProfileOf(await File.ReadAllTextAsync(Repository.At("functions", "profiles", "essex.json"))));
            (await store.RunAsync([.. SmokeTest.GenerateArguments(profile, folder.Path)])).Ended(0);
            var batch = SmokeTest.BatchIn(folder.Path);
            (await store.RunAsync("ingest", batch, "--area", SmokeTest.Area, "--profile", profile)).Ended(0);

            var listed = (await store.RunAsync("extracts", "--area", SmokeTest.Area, "--json")).Ended(0);
            Assert.Equal("done", SmokeTest.StateOf(listed.Out, Path.GetFileName(batch)));
        }
        finally
        {
            await store.DisposeAsync();
        }
    }
}
