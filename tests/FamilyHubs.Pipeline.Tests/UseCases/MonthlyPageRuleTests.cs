using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Tests.Publishing.Monthly;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>The page of a month under the disclosure rule that the profile gives for pages (calculations.md 9).</summary>
public sealed class MonthlyPageRuleTests : IDisposable
{
    private readonly MemoryPipeline _pipeline = new(new DateTimeOffset(2019, 5, 8, 5, 0, 0, TimeSpan.Zero));

    public void Dispose() => _pipeline.Dispose();

    [Theory]
    [InlineData("none", false)]
    [InlineData("threshold5", true)]
    public async Task Page_Rule_HidesSmallNumbersAndWhatWouldGiveThemAway(string rule, bool hides)
    {
        var page = await PageAsync(rule);
        var row = page.QuerySelectorAll("#kpis tbody tr").First(row => row.Children[0].TextContent.StartsWith("2.02", StringComparison.Ordinal));
        Assert.Equal(hides, row.Children[1].TextContent.Trim() == "*");
        Assert.Equal(hides, page.GetElementById("trends") is null);
        Assert.Equal(hides, page.GetElementById("revisions") is null);
        Assert.Equal(hides, page.GetElementById("how-to-read")!.TextContent.Contains("from 1 to 4", StringComparison.Ordinal));
        Assert.NotNull(page.GetElementById("families"));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string rule)
    {
        var ledger = _pipeline.Get<ExtractLedger>();
        await ledger.FinishAsync(
            (await ledger.ClaimAsync("testshire", "20190501_0200", default))! with { State = ExtractState.Done, DateTo = new DateTime(2019, 5, 1), Sequence = 1 }, default);
        var small = await SmallArea.ProfileAsync();
        var profile = small with { Disclosure = small.Disclosure with { Pages = rule } };
        var run = new RunEntry("testshire", "run", ProduceMonthlyFigures.Kind, SampleMonth.Month, "20190501_0200", "1", RunState.Doing, _pipeline.Time.GetUtcNow());
        MonthlyComputation computation = await SampleMonth.ComputeAsync();
        var done = await _pipeline.Get<PublishMonthlyFigures>().RunAsync(profile, run, computation, onlyChanges: false, default);
        return Composed.Parse((await _pipeline.Get<RenderMonthlyPage>().RunAsync(profile, done, "Sam", new AccessGrant(["T"], SeesChildren: true), default))!);
    }
}
