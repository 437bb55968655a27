using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Definitions;
using FamilyHubs.Pipeline.Publishing.Site;
using FamilyHubs.Pipeline.Testing;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.Tests.Publishing.Definitions;

public sealed class DefinitionListTests
{
    private static readonly DateTimeOffset First = new(2019, 4, 5, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("essex")]
    [InlineData("coventry")]
    [InlineData("hackney")]
    public async Task Of_ShippedProfile_HasEveryMeasureOnceInWords(string area)
    {
        var profile = await ProfileAsync(area);

        var measures = DefinitionList.Of(profile);

        Assert.Equal(measures.Count, measures.Select(one => (one.Kind, one.Id)).Distinct().Count());
        Assert.All(profile.Kpis, kpi => Assert.Contains(measures, one => one.Kind == DefinitionKinds.Kpi && one.Id == kpi.Id && one.Title == kpi.Title));
        Assert.All(profile.Indicators, indicator => Assert.Contains(measures, one => one.Kind == DefinitionKinds.Indicator && one.Id == indicator.Id));
        Assert.All(measures, one => Assert.DoesNotContain(
            new[] { one.Title, one.Numerator, one.Denominator, one.Window, one.Source, one.Target }, string.IsNullOrWhiteSpace));
    }

    [Fact]
    public async Task Of_Kpi_SaysNumeratorDenominatorWindowAndTarget()
    {
        var measure = DefinitionList.Of(await ProfileAsync("essex")).Single(one => one is { Kind: DefinitionKinds.Kpi, Id: "2.01" });

        Assert.Equal("Of these, those with an antenatal review that includes emotional wellbeing (face to face) within the window", measure.Numerator);
        Assert.Equal("Families whose birth falls in the period", measure.Denominator);
        Assert.Equal("from 84 days to 1 day before birth", measure.Window);
        Assert.Equal("80% or more", measure.Target);
    }

    [Fact]
    public async Task Between_TargetRaisedAndMeasureAdded_ListsJustThese()
    {
        var before = DefinitionList.Of(await ProfileAsync("essex"));
        var after = before.Select(one => one.Id == "2.34" ? one with { Target = "96% or more" } : one).Append(before[0] with { Id = "9.99", Title = "New" }).ToList();

        var changes = DefinitionChange.Between(before, after);

        Assert.Equal(["kpi 2.34 target: 95% or more -> 96% or more", "kpi 9.99 added:  -> New"], changes.Select(c => $"{c.Kind} {c.Id} {c.What}: {c.Before} -> {c.After}"));
        Assert.Equal("removed", Assert.Single(DefinitionChange.Between(after, [.. after.Where(one => one.Id != "9.99")])).What);
    }

    [Fact]
    public async Task History_VersionsThatWereSeen_AreKeptOnceEach()
    {
        var history = new DefinitionHistory(new InMemoryBlobs(new FakeTimeProvider(First)));
        var measures = DefinitionList.Of(await ProfileAsync("essex"));
        await history.RememberAsync("essex", new DefinitionVersion("1", First, measures), default);
        await history.RememberAsync("essex", new DefinitionVersion("1", First.AddDays(30), measures), default);
        await history.RememberAsync("essex", new DefinitionVersion("1", First.AddDays(60), [measures[0] with { Target = "1%" }, .. measures.Skip(1)]), default);
        await history.RememberAsync("coventry", new DefinitionVersion("1", First, []), default);

        // A change without a new number is a version too.
        Assert.Equal([First, First.AddDays(60)], (await history.ListAsync("essex", default)).Select(version => version.SeenAt));
    }

    [Fact]
    public async Task Page_OfTwoVersions_ShowsTheChangeAndSinceWhen()
    {
        var profile = await ProfileAsync("essex");
        var measures = DefinitionList.Of(profile);
        IReadOnlyList<MeasureDefinition> former = [.. measures.Select(one => one.Id == "2.34" ? one with { Target = "90% or more" } : one)];
        var pages = new Pipeline.Publishing.Snapshots.SnapshotPages(NullLoggerFactory.Instance);

        var page = Composed.Parse(await pages.DefinitionsAsync(
            profile, [new DefinitionVersion("essex-2018.1", First, former), new DefinitionVersion(profile.DefinitionVersion, First.AddMonths(12), measures)], new SiteRights(Reports: false, Snapshots: true, Operations: false), default));

        var change = page.GetElementById("changes")!.TextContent;
        Assert.Contains("90% or more", change, StringComparison.Ordinal);
        Assert.Contains("95% or more", change, StringComparison.Ordinal);
        var since = page.GetElementById("since")!.QuerySelectorAll("tr").Select(row => row.TextContent).ToArray();
        Assert.Contains(since, row => row.Contains("2.34", StringComparison.Ordinal) && row.Contains("5 April 2020", StringComparison.Ordinal));
        Assert.Contains(since, row => row.Contains("2.33", StringComparison.Ordinal) && row.Contains("5 April 2019", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    private static async Task<Profile> ProfileAsync(string area) => (await ProfileCatalog.Shipped.FindAsync(area, CancellationToken.None))!.Profile!;
}
