using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>host.json, and the rules that triggers must keep on a Linux plan (reliability.md B4).</summary>
public sealed partial class HostJsonTests
{
    [Fact]
    public async Task File_FitsItsSchema() => Assert.Empty(await RepositoryFiles.FaultsAsync("host.schema.json", RepositoryFiles.Read("host.json")));

    [Fact]
    public async Task File_WithAnUnknownName_DoesNotFitItsSchema() => Assert.NotEmpty(
        await RepositoryFiles.FaultsAsync("host.schema.json", RepositoryFiles.Read("host.json").Replace("poisonBlobThreshold", "maxDequeueCount", StringComparison.Ordinal)));

    [Fact]
    public void Sampling_IsOff_SoThatNoEventIsLost() => Assert.False(
        RepositoryFiles.Json("host.json").GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("isEnabled").GetBoolean());

    [Fact]
    public void Timers_HaveSixFields_DoNotRunOnStartup_AndAreMonitored()
    {
        var timers = Triggers(Timer()).ToArray();

        Assert.NotEmpty(timers);
        Assert.All(timers, timer =>
        {
            Assert.Equal(6, timer.Groups["schedule"].Value.Split(' ').Length);
            Assert.DoesNotContain("RunOnStartup", timer.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("UseMonitor", timer.Value, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void BlobTriggers_UseEventGridAndTheLake_AndBindAClient()
    {
        var blobs = Triggers(Blob()).ToArray();

        Assert.NotEmpty(blobs);
        Assert.All(blobs, blob =>
        {
            Assert.Contains("Source = BlobTriggerSource.EventGrid", blob.Value, StringComparison.Ordinal);
            Assert.Contains("Connection = \"Lake\"", blob.Value, StringComparison.Ordinal);
            Assert.Equal("BlobClient", blob.Groups["type"].Value);
        });
    }

    [Fact]
    public void Subscriptions_AreThoseOfTheBlobTriggers()
    {
        var functions = RepositoryFiles.Sources("functions/FamilyHubs.Pipeline.Functions").Where(f => Blob().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

        Assert.Equal(functions, Function().Matches(RepositoryFiles.Read("infra/event-subscriptions.bicep")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Match> Triggers(Regex trigger) =>
        RepositoryFiles.Sources("functions/FamilyHubs.Pipeline.Functions").SelectMany(f => trigger.Matches(File.ReadAllText(f)));

    [GeneratedRegex("""\[TimerTrigger\("(?<schedule>[^"]+)"[^\]]*\]""")]
    private static partial Regex Timer();

    [GeneratedRegex("""\[BlobTrigger\("[^\]]*\] (?<type>\w+)""")]
    private static partial Regex Blob();

    [GeneratedRegex(@"^\s+function: '(\w+)'", RegexOptions.Multiline)]
    private static partial Regex Function();
}
