using Azure;
using Azure.Identity;
using FamilyHubs.Pipeline.Cli;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Verbs;

/// <summary>Wrong usage ends with 2 and a sentence on standard error; nothing is printed on standard output.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("fly")]
    [InlineData("weekly --area essex")]
    [InlineData("weekly --area essex --week 2019-W54")]
    [InlineData("weekly --area essex --week 2019-13 --json")]
    [InlineData("weekly --area essex --week 2019-W13 --sendd")]
    [InlineData("ingest --area essex")]
    [InlineData("ingest no-such-folder --area essex")]
    [InlineData("validate no-such-folder")]
    [InlineData("validate . --area nowhere")]
    [InlineData("validate /")]
    [InlineData("extracts --area Essex")]
    [InlineData("extracts --area ../essex")]
    [InlineData("generate")]
    [InlineData("generate --area nowhere")]
    [InlineData("generate --dataset kent-1066")]
    [InlineData("generate --dataset essex-march-2019 --area coventry")]
    [InlineData("generate --dataset essex-march-2019 --seed 2")]
    [InlineData("generate --dataset essex-march-2019 --chaos")]
    [InlineData("generate --area essex --from 25/03/2019")]
    [InlineData("generate --area essex --children many")]
    [InlineData("generate --area essex --children -1")]
    [InlineData("quarantine list")]
    [InlineData("profile check no-such-file.json")]
    [InlineData("extracts --area essex --lake nonsense")]
    public async Task Run_WrongUsage_EndsWithTwoAndASentence(string arguments)
    {
        var result = (await Command.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Ended(2);

        Assert.Empty(result.Out);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backfill weekly --area essex", "See: familyhubs backfill weekly --help")]
    [InlineData("ingest --area essex", "See: familyhubs ingest --help")]
    [InlineData("fly", "See: familyhubs --help")]
    public async Task Run_WrongUsage_NamesTheHelpAsItIsTyped(string arguments, string see) =>
        Assert.Contains(see, (await Command.RunAsync(arguments.Split(' '))).Ended(2).Error, StringComparison.Ordinal);

    [Fact]
    public void StoreFaults_OfEachKind_AreASentenceThatSaysWhatToDo()
    {
        Assert.Contains("cannot be reached", StoreFaults.Of(new RequestFailedException("Connection refused")), StringComparison.Ordinal);
        Assert.Contains("cannot be reached", StoreFaults.Of(new AggregateException(new RequestFailedException("Connection refused"))), StringComparison.Ordinal);
        Assert.Contains("Ask for a role", StoreFaults.Of(new RequestFailedException(403, "no", "AuthorizationPermissionMismatch", null)), StringComparison.Ordinal);
        Assert.Contains("Sign in", StoreFaults.Of(new AuthenticationFailedException("no")), StringComparison.Ordinal);
        Assert.Null(StoreFaults.Of(new InvalidOperationException("no")));
    }
}
