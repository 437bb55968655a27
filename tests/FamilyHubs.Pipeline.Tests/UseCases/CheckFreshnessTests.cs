using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

public sealed class CheckFreshnessTests
{
    private static readonly Recipient Operations = new("ops@example.org", "Operations", ["operations"], ["E10000012"], []);

    [Fact]
    public async Task RunAsync_LateExtract_MailsThoseWhoAreToKnowOnce()
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await pipeline.AddBatchAsync("20190601_0200", new DateTime(2019, 6, 1, 2, 0, 0));
        await pipeline.AddRecipientsAsync(
            Operations,
            new Recipient("informatics@example.org", "Informatics", ["Informatics"], ["E10000012"], ["weekly"]),
            new Recipient("told@example.org", "Told", ["manager"], ["E07000071"], ["weekly", "alert"]),
            new Recipient("manager@example.org", "Manager", ["manager"], ["E07000071"], ["weekly", "monthly"]));
        await CheckAsync(pipeline);
        await CheckAsync(pipeline);
        Assert.Equal(["informatics@example.org", "ops@example.org", "told@example.org"], pipeline.Mailer.Taken.Select(mail => mail.To.Address));
        Assert.Equal(3, (await pipeline.Get<MailingLedger>().ListAsync("essex", "alert", "2019-06-05", default)).Count(m => m.State == MailingState.Accepted));
    }

    [Fact]
    public async Task RunAsync_Alert_HasSubjectOfTheProfileAndBothParts()
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await pipeline.AddBatchAsync("20190601_0200", new DateTime(2019, 6, 1, 2, 0, 0));
        await pipeline.AddBatchAsync("20190604_0200", null, ExtractState.Refused, sequence: 0, reason: "manifest-missing-file");
        await pipeline.AddRecipientsAsync(Operations);
        await CheckAsync(pipeline);
        var mail = Assert.Single(pipeline.Mailer.Taken);
        Assert.Equal("Essex: extract late and incomplete", mail.Subject);
        Assert.Empty(MailGuard.Check(mail));
        var words = Composed.Parse(mail.Html).Body!.TextContent;
        foreach (var text in new[] { words, mail.Text })
        {
            Assert.Contains("20190601_0200", text, StringComparison.Ordinal);
            Assert.Contains("reaches to 1 June 2019, 02:00: 101 hours ago, where 30 are allowed", text, StringComparison.Ordinal);
            Assert.Contains("20190604_0200, is refused", text, StringComparison.Ordinal);
            Assert.Contains("manifest-missing-file", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ExtractState.Refused)]
    [InlineData(ExtractState.Deferred)]
    [InlineData(ExtractState.Held)]
    public async Task RunAsync_RecentExtractAndALaterOneThatWaits_IsIncomplete(ExtractState state)
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await pipeline.AddBatchAsync("20190605_0100", new DateTime(2019, 6, 5, 1, 0, 0));
        await pipeline.AddBatchAsync("20190605_0200", null, state, sequence: 0);
        await pipeline.AddRecipientsAsync(Operations);
        await CheckAsync(pipeline);
        Assert.Equal("Essex: extract incomplete", Assert.Single(pipeline.Mailer.Taken).Subject);
    }

    [Fact]
    public async Task RunAsync_FreshExtract_MailsNobodyAndTheDayIsDone()
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await pipeline.AddBatchAsync("20190605_0200", new DateTime(2019, 6, 5, 2, 0, 0));
        await pipeline.AddRecipientsAsync(Operations);
        await CheckAsync(pipeline);
        await pipeline.AddBatchAsync("20190605_0500", null, ExtractState.Refused, sequence: 0);
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await CheckAsync(pipeline);
        Assert.Empty(pipeline.Mailer.Attempts);
    }

    [Theory]
    [InlineData(2019, 1, 15, 7, 30)]
    [InlineData(2019, 3, 30, 7, 30)]
    [InlineData(2019, 3, 31, 6, 30)]
    [InlineData(2019, 6, 5, 6, 30)]
    [InlineData(2019, 10, 26, 6, 30)]
    [InlineData(2019, 10, 27, 7, 30)]
    public async Task RunAsync_BothPokesOfADay_ChecksOnceAtHalfPastSevenInLondon(int year, int month, int day, int utcHour, int minute)
    {
        await using var pipeline = At(year, month, day, 6, 0);
        await pipeline.AddBatchAsync("20180101_0200", new DateTime(2018, 1, 1, 2, 0, 0));
        await pipeline.AddRecipientsAsync(Operations);
        await pipeline.Get<FreshnessLedger>().MarkDoneAsync("essex", new DateOnly(year, month, day).AddDays(-1), default);
        List<DateTimeOffset> sent = [];
        foreach (var poke in new[] { 6.5, 7.5 })
        {
            pipeline.Time.SetUtcNow(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(poke));
            var before = pipeline.Mailer.Taken.Count;
            await CheckAsync(pipeline);
            sent.AddRange(Enumerable.Repeat(pipeline.Time.GetUtcNow(), pipeline.Mailer.Taken.Count - before));
        }

        Assert.Equal(new DateTimeOffset(year, month, day, utcHour, minute, 0, TimeSpan.Zero), Assert.Single(sent));
    }

    [Fact]
    public async Task RunAsync_PokesOfTwoWeeksAcrossAClockChange_AlertOncePerDay()
    {
        await using var pipeline = At(2019, 3, 24, 0, 0);
        await pipeline.AddBatchAsync("20190301_0200", new DateTime(2019, 3, 1, 2, 0, 0));
        await pipeline.AddRecipientsAsync(Operations);
        await pipeline.Get<FreshnessLedger>().MarkDoneAsync("essex", new DateOnly(2019, 3, 23), default);
        await PokeAsync(pipeline, new DateOnly(2019, 3, 24), days: 14);
        Assert.Equal(14, pipeline.Mailer.Taken.Count);
        Assert.Equal(14, pipeline.Mailer.Taken.Select(mail => mail.Key).Distinct().Count());
    }

    [Theory]
    [InlineData(23, 6)]
    [InlineData(24, 6)]
    [InlineData(25, 3)]
    [InlineData(48, 3)]
    [InlineData(72, 2)]
    public async Task RunAsync_StillLate_IsSilentForTheHoursOfTheProfile(double hours, int alerts)
    {
        await using var pipeline = At(2019, 3, 29, 0, 0);
        await WriteProfileAsync(pipeline, hours);
        await pipeline.AddBatchAsync("20190301_0200", new DateTime(2019, 3, 1, 2, 0, 0));
        await pipeline.AddRecipientsAsync(Operations);
        await pipeline.Get<FreshnessLedger>().MarkDoneAsync("essex", new DateOnly(2019, 3, 28), default);
        await PokeAsync(pipeline, new DateOnly(2019, 3, 29), days: 6);
        Assert.Equal(alerts, pipeline.Mailer.Taken.Count);
    }

    [Fact]
    public async Task RunAsync_MailThatTheServiceRefused_IsOnRecordAndNotSentAgain()
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await pipeline.AddBatchAsync("20190601_0200", new DateTime(2019, 6, 1, 2, 0, 0));
        await pipeline.AddRecipientsAsync(Operations);
        pipeline.Mailer.AnswerNext(new MailResult(MailState.Failed, Reason: "400"));
        await CheckAsync(pipeline);
        await CheckAsync(pipeline);
        Assert.Single(pipeline.Mailer.Attempts);
        Assert.Equal(MailingState.Failed, Assert.Single(await pipeline.Get<MailingLedger>().ListAsync("essex", "alert", "2019-06-05", default)).State);
    }

    [Fact]
    public async Task RunAsync_AreasThatNobodyUses_AreNotLate()
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await CheckAsync(pipeline);
        Assert.Empty(pipeline.Mailer.Attempts);
    }

    [Fact]
    public async Task RunAsync_RecipientsButNoExtractYet_IsLate()
    {
        await using var pipeline = At(2019, 6, 5, 6, 30);
        await pipeline.AddRecipientsAsync(Operations);
        await CheckAsync(pipeline);
        Assert.Contains("No extract has been committed yet.", Assert.Single(pipeline.Mailer.Taken).Text, StringComparison.Ordinal);
    }

    private static MemoryPipeline At(int year, int month, int day, int hour, int minute) => new(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero));

    private static Task CheckAsync(MemoryPipeline pipeline) => pipeline.Get<CheckFreshness>().RunAsync(default);

    private static async Task PokeAsync(MemoryPipeline pipeline, DateOnly first, int days)
    {
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            foreach (var hour in new[] { 6, 7 })
            {
                pipeline.Time.SetUtcNow(new DateTimeOffset(day, new TimeOnly(hour, 30), TimeSpan.Zero));
                await CheckAsync(pipeline);
            }
        }
    }

    private static async Task WriteProfileAsync(MemoryPipeline pipeline, double suppressHours)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json")))!;
        document["freshness"]!["alertSuppressHours"] = suppressHours;
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()));
        await pipeline.Blobs.WriteAsync(Containers.Config, "essex/profile.json", content, WriteCondition.Always, default);
    }
}
