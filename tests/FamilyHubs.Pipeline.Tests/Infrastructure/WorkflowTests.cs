using System.Text.Json;
using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>The workflows: what they run, by whom it was written, and what they may do.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(RepositoryFiles.At(".github/workflows")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Actions_ArePinnedToACommit(string file)
    {
        var used = Uses().Matches(RepositoryFiles.Read($".github/workflows/{file}")).Select(m => m.Groups[1].Value).ToArray();

        Assert.NotEmpty(used);
        Assert.All(used, action => Assert.Matches(Pinned(), action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Permissions_AreNoneAtTheTop_AndGivenToEachJob(string file)
    {
        var workflow = YamlFile.Read($".github/workflows/{file}");

        Assert.Equal("{}", workflow.GetProperty("permissions").GetRawText());
        Assert.All(workflow.GetProperty("jobs").EnumerateObject(), job =>
        {
            Assert.All(job.Value.GetProperty("permissions").EnumerateObject(), p => Assert.Contains($"{p.Name} {p.Value}", new[] { "contents read", "id-token write" }));
            Assert.True(job.Value.TryGetProperty("timeout-minutes", out _), $"{job.Name} has no time limit.");
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Checkouts_KeepNoCredentials(string file)
    {
        var text = RepositoryFiles.Read($".github/workflows/{file}");

        Assert.Equal(Checkout().Count(text), KeepsNone().Count(text));
    }

    [Fact]
    public void Build_RunsBothPackageSets()
    {
        var jobs = YamlFile.Read(".github/workflows/ci.yml").GetProperty("jobs");

        Assert.Contains(".ci/run", Runs(jobs.GetProperty("debug")));
        Assert.Contains("dotnet test --configuration Release --no-build", Runs(jobs.GetProperty("release")));
    }

    [Fact]
    public void Deployment_SignsInByFederation_WithoutASecret()
    {
        var text = RepositoryFiles.Read(".github/workflows/deploy.yml");

        Assert.Contains("--federated-credential-provider github", text, StringComparison.Ordinal);
        Assert.Equal(["MAIL_API_KEY"], Secrets().Matches(text).Select(m => m.Groups[1].Value).Distinct());
    }

    [Fact]
    public void Updates_CoverEveryKindOfPackage() => Assert.Equal(
        ["github-actions", "npm", "nuget"],
        YamlFile.Read(".github/dependabot.yml").GetProperty("updates").EnumerateArray().Select(u => u.GetProperty("package-ecosystem").GetString()).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Runs(JsonElement job) => job.GetProperty("steps").EnumerateArray()
        .Where(s => s.TryGetProperty("run", out _)).Select(s => s.GetProperty("run").GetString()!);

    [GeneratedRegex(@"uses: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex("uses: actions/checkout@")]
    private static partial Regex Checkout();

    [GeneratedRegex("persist-credentials: false")]
    private static partial Regex KeepsNone();

    [GeneratedRegex(@"secrets\.(\w+)")]
    private static partial Regex Secrets();
}
