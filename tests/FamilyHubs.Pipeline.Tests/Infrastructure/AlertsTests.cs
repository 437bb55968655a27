using System.Text.Json;
using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>infra/alerts.json against the runbook, the events, and what Azure takes.</summary>
public sealed partial class AlertsTests
{
    private static readonly string[] Windows = ["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H", "P1D", "P2D"];

    private static readonly JsonElement Alerts = RepositoryFiles.Json("infra/alerts.json");

    public static TheoryData<string> Names => [.. Alerts.GetProperty("logAlerts").EnumerateArray().Select(a => a.GetProperty("name").GetString()!)];

    [Theory]
    [InlineData("no-heartbeat")]
    [InlineData("extract-late")]
    [InlineData("run-failed")]
    [InlineData("rows-refused")]
    [InlineData("mail-not-accepted")]
    public void Alert_ThatOperationsNeed_IsThere(string name) => Assert.True(Alert(name).GetProperty("query").GetArrayLength() > 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_Section_IsInTheRunbook(string name) => Assert.Contains(Text(name, "section"), Sections());

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_Query_NamesTheEventsThatItLists(string name)
    {
        var query = Query(name);

        Assert.Equal(
            Alert(name).GetProperty("events").EnumerateArray().Select(e => e.GetString()),
            EventNames().Matches(query).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_Events_AreOnTheEventsPage(string name)
    {
        var known = RepositoryFiles.TableRows("docs/events.md", "id").Select(r => r[1].Trim('`')).ToHashSet(StringComparer.Ordinal);

        Assert.All(Alert(name).GetProperty("events").EnumerateArray(), e => Assert.Contains(e.GetString()!, known));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_TimesAndSeverity_AreWhatAzureTakes(string name)
    {
        Assert.Contains(Text(name, "every"), Windows);
        Assert.Contains(Text(name, "over"), Windows);
        Assert.True(Array.IndexOf(Windows, Text(name, "over")) >= Array.IndexOf(Windows, Text(name, "every")));
        Assert.InRange(Alert(name).GetProperty("severity").GetInt32(), 0, 4);
        Assert.Contains(Text(name, "operator"), new[] { "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual", "Equal" });
    }

    [Fact]
    public void EveryErrorEvent_HasAnAlert()
    {
        var watched = Alerts.GetProperty("logAlerts").EnumerateArray()
            .SelectMany(a => a.GetProperty("events").EnumerateArray()).Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal);

        Assert.All(RepositoryFiles.TableRows("docs/events.md", "id").Where(r => r[2] == "error").Select(r => r[1].Trim('`')), name => Assert.Contains(name, watched));
    }

    [Fact]
    public void RefusedRows_ParseTheMessagesOfTheCode()
    {
        string[] parts = [" committed: ", " rows, ", " refused"];
        Assert.All(parts, part => Assert.Contains($"'{part}'", Query("rows-refused"), StringComparison.Ordinal));

        foreach (var file in new[] { "IngestBatch.cs", "IngestFile.cs" })
        {
            Assert.Contains(" committed: {Rows} rows, {Refused} refused\"", RepositoryFiles.Read($"functions/FamilyHubs.Pipeline/UseCases/{file}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Workbook_QueriesNameKnownEvents()
    {
        var known = RepositoryFiles.TableRows("docs/events.md", "id").Select(r => r[1].Trim('`')).ToHashSet(StringComparer.Ordinal);
        var queries = RepositoryFiles.Json("infra/workbook.json").GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("content")).Where(c => c.TryGetProperty("query", out _)).Select(c => c.GetProperty("query").GetString()!).ToArray();

        Assert.InRange(queries.Length, 5, 20);
        Assert.All(queries.SelectMany(q => EventNames().Matches(q)).SelectMany(m => Quoted().Matches(m.Value)), m => Assert.Contains(m.Groups[1].Value, known));
    }

    [Fact]
    public void MetricAlerts_Sections_AreInTheRunbook()
    {
        var sections = Section().Matches(RepositoryFiles.Read("infra/modules/metric-alerts.bicep")).Select(m => m.Groups[1].Value).ToArray();

        Assert.InRange(sections.Length, 4, 20);
        Assert.All(sections, section => Assert.Contains(section, Sections()));
    }

    private static JsonElement Alert(string name) => Alerts.GetProperty("logAlerts").EnumerateArray().Single(a => a.GetProperty("name").GetString() == name);

    private static string Text(string name, string property) => Alert(name).GetProperty(property).GetString()!;

    private static string Query(string name) => string.Join('\n', Alert(name).GetProperty("query").EnumerateArray().Select(l => l.GetString()));

    private static HashSet<string> Sections() => [.. File.ReadLines(RepositoryFiles.At("docs/runbook.md"))
        .Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].ToLowerInvariant().Replace(",", string.Empty, StringComparison.Ordinal).Replace(' ', '-'))];

    [GeneratedRegex(@"EventName (?:==|in) [^\n]*")]
    private static partial Regex EventNames();

    [GeneratedRegex("'([A-Za-z]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$\{runbook\}#([a-z-]+)'")]
    private static partial Regex Section();
}
