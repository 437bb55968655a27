using FamilyHubs.Pipeline.Cli;

namespace FamilyHubs.Pipeline.EndToEndTests.Verbs;

/// <summary>Every verb explains itself with an example (product.md, The command line).</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. All];

    private static IEnumerable<string> All => PathsOf(CommandLine.CreateRoot(), string.Empty);

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfEveryVerb_HasAnExampleThatCallsIt(string verb)
    {
        var help = (await Support.Command.RunAsync([.. Words(verb), "--help"])).Ended(0);

        Assert.Contains($"Example: familyhubs {verb}".TrimEnd(), help.Out, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }

    [Fact]
    public void Verbs_Shipped_AreAmongThoseChecked() =>
        Assert.All(new[] { "demo", "generate", "ingest", "weekly", "quarantine list", "profile check", "runs show" }, verb => Assert.Contains(verb, All));

    private static string[] Words(string verb) => verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> PathsOf(System.CommandLine.Command command, string path) =>
        command.Subcommands.SelectMany(sub => PathsOf(sub, $"{path} {sub.Name}".Trim())).Prepend(path);
}
