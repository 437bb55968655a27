using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Publishing.Monthly;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

public sealed class MonthlyRevisionTests
{
    [Fact]
    public async Task Between_TheSameReport_FindsNothing()
    {
        var report = (await SampleMonth.ComputeAsync()).Report;
        Assert.Empty(MonthlyRevision.Between(report, (await SampleMonth.ComputeAsync()).Report));
    }

    [Fact]
    public async Task Between_LateReview_FindsTheFiguresItChanged()
    {
        var first = (await SampleMonth.ComputeAsync()).Report;
        var now = (await SampleMonth.ComputeAsync(SampleMonth.Case().Review(2, MonthlyCase.NewBirth, "2019-03-22", MonthlyCase.Wellbeing))).Report;
        var changes = MonthlyRevision.Between(first, now);
        var change = Assert.Single(changes, one => one is { Section: "kpis", Level: "district", Code: "A", Item: "2.02:month", Measure: "percentage" });
        Assert.Equal((2d, 3d), (change.First.Numerator, change.Now.Numerator));
        Assert.Equal(100, change.Now.Value);
        Assert.Contains(changes, one => one is { Item: "2.02:month", Measure: "nearMiss", Code: "A", Difference: -1 });
        Assert.DoesNotContain(changes, one => one.Code == "C");
    }
}
