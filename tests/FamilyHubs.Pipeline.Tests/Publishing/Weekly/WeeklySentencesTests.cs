using static FamilyHubs.Pipeline.Tests.Publishing.Weekly.TinyReport;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

public sealed class WeeklySentencesTests
{
    [Fact]
    public async Task Rise_OneGroupRoseMost_IsNamedWithBothNumbers()
    {
        var report = Empty with { Change = [Change("PG05", 1214, 1202), Change("PG04", 30, 25), Change("PG01", 9, 40)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("Domestic abuse rose most in Colchester since last week: up 12, from 1,202 to 1,214.", sentences.Rise());
    }

    [Fact]
    public async Task Rise_TwoGroupsRoseEqually_NamesBoth()
    {
        var report = Empty with { Change = [Change("PG05", 14, 11), Change("PG04", 30, 27)] };
        Assert.Equal("Domestic abuse and Low income rose most since last week: up 3 each.", Sentences(report, await SampleWeeklyReport.Essex).Rise());
    }

    [Fact]
    public async Task Rise_ManyGroupsRoseEqually_CountsTheRest()
    {
        var report = Empty with { Change = [Change("PG01", 6, 5), Change("PG04", 6, 5), Change("PG05", 6, 5), Change("PG02", 6, 5)], Groups = [Group("PG01", 6)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("Domestic abuse, Lone parent and two more rose most since last week: up 1 each.", sentences.Rise());
        Assert.Equal("four groups up 1 each", sentences.Verdict());
    }

    [Fact]
    public async Task Rise_NothingRose_NamesTheLargestFall()
    {
        var report = Empty with { Change = [Change("PG05", 11, 14), Change("PG04", 30, 30), Change("PG01", 10, 11)] };
        Assert.Equal(
            "No group rose in Colchester since last week; the largest fall is Domestic abuse, down 3, from 14 to 11.",
            Sentences(report, await SampleWeeklyReport.Essex).Rise());
    }

    [Fact]
    public async Task Rise_NothingChanged_SaysSo()
    {
        var report = Empty with { Change = [Change("PG05", 11, 11)], Groups = [Group("PG05", 11)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("No group rose in Colchester since last week.", sentences.Rise());
        Assert.Equal("no group rose", sentences.Verdict());
    }

    [Fact]
    public async Task Rise_SomeSuppressedAndNoneRose_DoesNotClaimThatNoneRose()
    {
        var report = Empty with { Change = [Change("PG05", 11, 11), Change("PG04", null, 7)] };
        Assert.Equal("No group whose change can be shown rose in Colchester since last week.", Sentences(report, await SampleWeeklyReport.Essex).Rise());
    }

    [Fact]
    public async Task Rise_AllSuppressed_SaysTooSmall()
    {
        var report = Empty with { Change = [Change("PG05", null, null)], Groups = [Group("PG05", null)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("What changed in Colchester since last week is too small to show.", sentences.Rise());
        Assert.Equal("changes too small to show", sentences.Verdict());
    }

    [Fact]
    public async Task Rise_FirstWeek_SaysThatThereIsNothingToCompare()
    {
        var report = Empty with { Groups = [Group("PG05", 14), Group("PG04", 9)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("This is the first weekly report for Colchester, so there is no earlier week to compare it with.", sentences.Rise());
        Assert.Equal("Domestic abuse is largest", sentences.Verdict());
    }

    [Fact]
    public async Task LargestGroup_OfADistrict_ComparesWithTheArea()
    {
        var total = new FamilyHubs.Pipeline.Figures.PriorityGroups.TotalFigure("district", Colchester, "Colchester", 2018, 1052, 500, 552, 900, 1118);
        var report = Empty with { Totals = [total], Groups = [Group("PG05", 153), Group("PG04", 20), Group("PG05", 700, "area", Essex), Group("PG04", 900, "area", Essex)] };
        Assert.Equal(
            "The largest group in Colchester is Domestic abuse: 153 of 2,018 recorded; in Essex it is Low income.",
            Sentences(report, await SampleWeeklyReport.Essex).LargestGroup());
    }

    [Fact]
    public async Task LargestGroup_OfTheArea_HasNothingBeside()
    {
        var report = Empty with { Groups = [Group("PG05", 700, "area", Essex)] };
        Assert.Equal(
            "The largest group in Essex is Domestic abuse: 700 of 700 recorded.",
            Sentences(report with { Totals = [new("area", Essex, "Essex", 700, 700, 0, 700, 0, 700)] }, await SampleWeeklyReport.Essex, Essex).LargestGroup());
    }

    [Fact]
    public async Task LargestGroup_Tie_NamesBoth()
    {
        var report = Empty with { Groups = [Group("PG05", 7), Group("PG04", 7), Group("PG01", 2)] };
        Assert.Equal("The largest groups are Domestic abuse and Low income: 7 each.", Sentences(report, await SampleWeeklyReport.Essex).LargestGroup());
    }

    [Fact]
    public async Task LargestGroup_AllSuppressed_SaysTooSmall()
    {
        var report = Empty with { Groups = [Group("PG05", null), Group("PG04", 0)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("The number in each priority group in Colchester is too small to show.", sentences.LargestGroup());
        Assert.Equal("numbers too small to show", sentences.Verdict());
    }

    [Fact]
    public async Task Sentences_EmptyArea_SayThatNothingIsRecorded()
    {
        var report = Empty with { Groups = [Group("PG05", 0), Group("PG04", 0)] };
        var sentences = Sentences(report, await SampleWeeklyReport.Essex);
        Assert.Equal("No priority group is recorded in Colchester.", sentences.LargestGroup());
        Assert.Equal("No meaningful reach was recorded in Colchester this week.", sentences.NotRecorded());
        Assert.Equal("no group recorded", sentences.Verdict());
    }

    [Theory]
    [InlineData(214, 177, "Not yet recorded: the priority groups at 37 of 214 meaningful reaches in Colchester this week (17.3%).")]
    [InlineData(1, 0, "Not yet recorded: the priority groups at 1 of 1 meaningful reach in Colchester this week (100.0%).")]
    [InlineData(214, 214, "All 214 meaningful reaches in Colchester this week have their priority groups recorded.")]
    [InlineData(1, 1, "The one meaningful reach in Colchester this week has its priority groups recorded.")]
    [InlineData(0, 0, "No meaningful reach was recorded in Colchester this week.")]
    [InlineData(214, null, "Colchester had 214 meaningful reaches this week; how many left the priority groups unrecorded is too small to show.")]
    [InlineData(null, null, "The meaningful reaches of the week in Colchester are too few to show.")]
    public async Task NotRecorded_AnyWeek_IsOneSentence(int? contacts, int? ascertained, string sentence)
    {
        var report = Empty with { MeaningfulReach = [Reach(contacts, ascertained)] };
        Assert.Equal(sentence, Sentences(report, await SampleWeeklyReport.Essex).NotRecorded());
    }

    [Fact]
    public async Task Rise_ReaderOfTwoPlaces_NamesThePlace()
    {
        var report = Empty with { Change = [Change("PG05", 14, 11), Change("PG04", 30, 20) with { Code = "E07000076" }] };
        Assert.Equal(
            "Low income rose most in Tendring since last week: up 10, from 20 to 30.",
            Sentences(report, await SampleWeeklyReport.Essex, Colchester, "E07000076").Rise());
    }
}
