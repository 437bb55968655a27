using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Verbs;

/// <summary><c>profile check</c> names the path of each faulty field and what was expected.</summary>
public sealed class ProfileCheckTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json");

    [Fact]
    public async Task ProfileCheck_ShippedProfile_EndsWithZero()
    {
        var json = (await Command.RunAsync("profile", "check", Shipped, "--json")).Ended(0).Json();

        Assert.True(json.GetProperty("valid").GetBoolean());
        Assert.Contains("no errors", (await Command.RunAsync("profile", "check", Shipped)).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProfileCheck_FaultyFields_EndsWithOneAndTheirPaths()
    {
        using var folder = new TemporaryFolder();
        var profile = JsonNode.Parse(await File.ReadAllTextAsync(Shipped))!;
        profile["combinationMinimum"] = "three";
        profile["geography"]!["teams"]![0]!["district"] = "E07009999";
        var file = Path.Combine(folder.Path, "essex.json");
        await File.WriteAllTextAsync(file, profile.ToJsonString());

        var text = (await Command.RunAsync("profile", "check", file)).Ended(1);
        var json = (await Command.RunAsync("profile", "check", file, "--json")).Ended(1).Json();

        Assert.Contains("combinationMinimum", text.Out, StringComparison.Ordinal);
        Assert.False(json.GetProperty("valid").GetBoolean());
        Assert.Contains(json.GetProperty("errors").EnumerateArray(), e => e.GetProperty("path").GetString()!.Contains("combinationMinimum", StringComparison.Ordinal));

        profile["combinationMinimum"] = 3;
        await File.WriteAllTextAsync(file, profile.ToJsonString());
        Assert.Contains("geography.teams[0].district", (await Command.RunAsync("profile", "check", file)).Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_FaultyProfileFile_EndsWithOneAndThePath()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "essex.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Shipped)).Replace("\"exactSet\"", "\"anySet\"", StringComparison.Ordinal));

        var result = (await Command.RunAsync("generate", "--area", "essex", "--profile", file, "--out", folder.Path)).Ended(1);

        Assert.Contains("combinationKind", result.Error, StringComparison.Ordinal);
    }
}
