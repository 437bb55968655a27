using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>What is due is the calendar of London less the ledger, however often and by however many it is asked (architecture.md 3.3).</summary>
public sealed class RunDueWeeklyTests : IAsyncLifetime, IDisposable
{
    private const int Managers = 3;

    private readonly MemoryPipeline _pipeline = new(Utc(2019, 3, 18, 0));

    public async Task InitializeAsync()
    {
        await SmallEssex.WriteAsync(_pipeline.Blobs);
        await _pipeline.AddRecipientsAsync([.. Enumerable.Range(1, Managers).Select(n =>
            new Recipient($"manager{n}@example.org", $"Manager {n}", ["manager"], ["E07000071"], ["weekly"]))]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _pipeline.Dispose();

    /// <summary>The clocks went forward on 31 March 2019 and back on 27 October: Monday 06:00 is 05:00 UTC after the one and 06:00 UTC after the other.</summary>
    [Theory]
    [InlineData("20190325_0200", "2019-W12", 2019, 3, 25, 6)]
    [InlineData("20190401_0200", "2019-W13", 2019, 4, 1, 5)]
    [InlineData("20191021_0200", "2019-W42", 2019, 10, 21, 5)]
    [InlineData("20191028_0200", "2019-W43", 2019, 10, 28, 6)]
    public async Task Run_PokedEachHourAroundAClockChange_ReportsAtSixInLondonAndOnce(string extract, string week, int year, int month, int day, int hourUtc)
    {
        var monday = Utc(year, month, day, 0);
        _pipeline.Time.SetUtcNow(monday);
        await AddExtractAsync(extract);
        for (var hour = 0; hour < 24; hour++)
        {
            _pipeline.Time.SetUtcNow(monday.AddHours(hour));
            await PokeAsync();
            Assert.Equal(hour < hourUtc ? [] : [week], await WeeksAsync());
        }

        Assert.Equal(Managers, _pipeline.Mailer.Taken.Count);
    }

    [Fact]
    public async Task Run_AfterThreeMonthsOfSilence_MakesUpEachWeekOnceOldestFirst()
    {
        await AddExtractAsync("20190325_0200");
        await AddExtractAsync("20190624_0200", sequence: 2);
        _pipeline.Time.SetUtcNow(Utc(2019, 6, 24, 9));
        await PokeAsync();
        await PokeAsync();
        Assert.Equal(Enumerable.Range(12, 14).Select(n => $"2019-W{n}"), await WeeksAsync());
        Assert.Equal(14 * Managers, _pipeline.Mailer.Attempts.Count);
        Assert.Equal(14 * Managers, _pipeline.Mailer.Taken.Select(mail => (mail.Subject, mail.To)).Distinct().Count());
    }

    [Fact]
    public async Task Run_ExtractThatComesLate_IsReportedAtTheNextPoke()
    {
        await AddExtractAsync("20190325_0200");
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 1, 5));
        await PokeAsync();
        Assert.Equal(["2019-W12"], await WeeksAsync());
        await AddExtractAsync("20190401_0900", sequence: 2);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 1, 10));
        await PokeAsync();
        Assert.Equal(["2019-W12", "2019-W13"], await WeeksAsync());
    }

    [Fact]
    public async Task Run_TwoWorkersAtOnce_MailsEachRecipientOnce()
    {
        await AddExtractAsync("20190325_0200");
        await AddExtractAsync("20190422_0200", sequence: 2);
        _pipeline.Time.SetUtcNow(Utc(2019, 4, 22, 9));
        using var other = _pipeline.Process(new FaultPlan());
        await Task.WhenAll(
            Task.Run(() => _pipeline.Get<RunDueWeeklyReports>().RunAsync(default)),
            Task.Run(() => other.Get<RunDueWeeklyReports>().RunAsync(default)));
        await PokeAsync();
        Assert.Equal(["2019-W12", "2019-W13", "2019-W14", "2019-W15", "2019-W16"], await WeeksAsync());
        Assert.Equal(5 * Managers, _pipeline.Mailer.Attempts.Count);
        Assert.All(_pipeline.Tables.Contents(TableNames.Mailings), mail => Assert.Equal(nameof(MailingState.Accepted), mail.Text("State")));
    }

    [Fact]
    public async Task Run_OneBadRecipient_DoesNotStopTheOthersAndIsNotTriedAgain()
    {
        await AddExtractAsync("20190325_0200");
        _pipeline.Time.SetUtcNow(Utc(2019, 3, 25, 6));
        _pipeline.Mailer.AnswerNext(new MailResult(MailState.Failed, Reason: "400"));
        await PokeAsync();
        await PokeAsync();
        Assert.Equal((Managers, Managers - 1), (_pipeline.Mailer.Attempts.Count, _pipeline.Mailer.Taken.Count));
    }

    [Fact]
    public async Task Run_LostAnswer_IsUnknownAndNotSentAgain()
    {
        await AddExtractAsync("20190325_0200");
        _pipeline.Time.SetUtcNow(Utc(2019, 3, 25, 6));
        _pipeline.Mailer.AnswerNext(new MailResult(MailState.Unknown), taken: true);
        await PokeAsync();
        await PokeAsync();
        Assert.Equal(Managers, _pipeline.Mailer.Attempts.Count);
        Assert.Single(_pipeline.Tables.Contents(TableNames.Mailings), mail => mail.Text("State") == nameof(MailingState.Unknown));
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private Task<ExtractEntry> AddExtractAsync(string extract, long sequence = 1) => _pipeline.AddBatchAsync(
        extract, DateTime.ParseExact(extract, "yyyyMMdd_HHmm", System.Globalization.CultureInfo.InvariantCulture), sequence: sequence);

    private Task PokeAsync() => _pipeline.Get<RunDueWeeklyReports>().RunAsync(default);

    private Task<IReadOnlyList<string>> WeeksAsync() => new FigureStore(_pipeline.Tables, TableNames.PriorityGroupWeekly).PeriodsAsync("essex", default);
}
