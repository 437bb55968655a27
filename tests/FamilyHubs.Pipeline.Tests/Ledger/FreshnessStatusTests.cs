using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Tests.Ledger;

public sealed class FreshnessStatusTests
{
    private static readonly DateTimeOffset Now = new(2019, 4, 2, 6, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2019-04-02T02:00:00", 5.5, false)]
    [InlineData("2019-04-01T01:30:00", 30, false)]
    [InlineData("2019-04-01T01:29:59", 30, true)]
    public void Of_AgeAgainstTheLimit_IsLateOnlyAbove(string reachesTo, double hours, bool isLate)
    {
        var status = Look([Batch("20190401_0200", DateTime.ParseExact(reachesTo, "s", System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal(hours, Math.Floor(status.AgeHours!.Value * 10) / 10);
        Assert.Equal((isLate, isLate ? "late" : "fresh"), (status.IsLate, status.State));
    }

    [Theory]
    [InlineData(2019, 10, 27)]
    [InlineData(2019, 3, 31)]
    [InlineData(2019, 6, 2)]
    public void AgeHours_ClocksChangedInBetween_CountsTheWallClock(int year, int month, int day)
    {
        var at = new DateTime(year, month, day, 7, 30, 0);
        var status = FreshnessStatus.Of("essex", [Batch("20190101_0200", at.Date.AddDays(-1).AddHours(2))], at, isIngesting: false, 30);
        Assert.Equal(29.5, status.AgeHours);
        Assert.True(status.IsFresh);
    }

    [Fact]
    public void Of_NothingCommitted_IsLateWithoutAge()
    {
        var status = Look([]);
        Assert.Null(status.AgeHours);
        Assert.Equal("late", status.State);
    }

    [Theory]
    [InlineData(ExtractState.Refused, true)]
    [InlineData(ExtractState.Deferred, true)]
    [InlineData(ExtractState.Held, true)]
    [InlineData(ExtractState.Duplicate, false)]
    [InlineData(ExtractState.Doing, false)]
    public void Of_LaterBatchThatIsNotCommitted_IsIncomplete(ExtractState state, bool isIncomplete)
    {
        var later = Batch("20190402_0200", null, 0) with { State = state };
        var status = Look([Batch("20190402_0100", new DateTime(2019, 4, 2, 1, 0, 0)), later], isIngesting: true);
        Assert.Equal(isIncomplete, status.IsIncomplete);
        Assert.Equal(isIncomplete ? "incomplete" : "fresh", status.State);
    }

    [Fact]
    public void Of_LaterBatchWhoseWorkerDied_IsIncomplete() =>
        Assert.Equal("20190402_0200", Look([Batch("20190402_0200", null, 0) with { State = ExtractState.Doing }], isIngesting: false).Waiting!.Extract);

    [Fact]
    public void Of_EarlierRefusedBatchOrRefusedFile_IsHistory()
    {
        var status = Look(
        [
            Batch("20190401_0100", null, 0) with { State = ExtractState.Refused },
            Batch("20190402_0100", new DateTime(2019, 4, 2, 1, 0, 0)),
            Batch("returns/caf.csv", null, 0) with { State = ExtractState.Refused },
        ]);
        Assert.True(status.IsFresh);
    }

    [Fact]
    public void State_OldAndRefused_SaysBoth() =>
        Assert.Equal("late and incomplete", Look([Batch("20190301_0200", new DateTime(2019, 3, 1)), Batch("20190402_0200", null, 0) with { State = ExtractState.Refused }]).State);

    private static FreshnessStatus Look(IReadOnlyList<ExtractEntry> entries, bool isIngesting = false) =>
        FreshnessStatus.Of("essex", entries, new DateTime(2019, 4, 2, 7, 30, 0), isIngesting, 30);

    private static ExtractEntry Batch(string extract, DateTime? dateTo, long sequence = 1) =>
        new("essex", extract, ExtractState.Done, Now) { DateTo = dateTo, Sequence = sequence };
}
