using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>docs/events.md against the log messages and the instruments in the code, and the alerts against both.</summary>
public sealed partial class EventsTests
{
    [Fact]
    public void Ids_AreUnique() => Assert.Empty(InCode().Where(e => e.Id.Length > 0).GroupBy(e => e.Id).Where(g => g.Select(e => e.Name).Distinct().Count() > 1).Select(g => g.Key));

    [Fact]
    public void Page_ListsEveryEventOfTheCodeAndNoOther() => Assert.Equal(
        InCode().Select(e => $"{e.Id} {e.Name}").Distinct().Order(StringComparer.Ordinal),
        RepositoryFiles.TableRows("docs/events.md", "id").Select(r => $"{r[0]} {r[1].Trim('`')}").Order(StringComparer.Ordinal));

    [Fact]
    public void Page_ListsEveryMeasureOfTheCodeAndNoOther()
    {
        var code = RepositoryFiles.Read("functions/FamilyHubs.Pipeline/Telemetry/PipelineMetrics.cs");

        Assert.Equal(
            Instrument().Matches(code).Select(m => $"{m.Groups["name"]} {m.Groups["unit"]}").Order(StringComparer.Ordinal),
            RepositoryFiles.TableRows("docs/events.md", "name").Where(r => r.Length == 4).Select(r => $"{r[0].Trim('`')} {r[1]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Page_ListsEveryTraceOfTheCodeAndNoOther() => Assert.Equal(
        RepositoryFiles.Sources("functions").SelectMany(f => Work().Matches(File.ReadAllText(f))).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
        RepositoryFiles.TableRows("docs/events.md", "name").Where(r => r.Length == 2).Select(r => r[0].Trim('`')).Order(StringComparer.Ordinal));

    private static IEnumerable<(string Id, string Name)> InCode() => RepositoryFiles.Sources("functions")
        .SelectMany(f => Event().Matches(File.ReadAllText(f)))
        .Select(m => (m.Groups["id"].Value, m.Groups["name"].Value));

    [GeneratedRegex("""\[LoggerMessage\(\s*(?:(?<id>\d+),)?(?:(?!\)\]).|\n)*?EventName = "(?<name>\w+)""")]
    private static partial Regex Event();

    [GeneratedRegex("""Create(?:Counter|Histogram)<\w+>\(\s*"(?<name>[\w.]+)", "(?<unit>[^"]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex("""PipelineActivity\.Start\("(?<name>[\w-]+)""")]
    private static partial Regex Work();
}
