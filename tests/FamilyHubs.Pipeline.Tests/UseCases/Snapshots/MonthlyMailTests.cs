using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases.Snapshots;

/// <summary>The mails of a month: after its snapshot, cut from it, each recipient once.</summary>
public sealed class MonthlyMailTests : IAsyncLifetime, IDisposable
{
    private SnapshotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await SnapshotWorld.CreateAsync(small: true);
        await _world.Pipeline.AddBatchAsync("20190401_0200", new DateTime(2019, 4, 1, 2, 0, 0));
        await _world.FiguresAsync(_world.Area(40_000).Report(new Month(2019, 3)), "run-a");
        await _world.Pipeline.AddRecipientsAsync(
            new Recipient("commissioner@example.org", "Commissioner", ["commissioner"], ["E10000012"], ["monthly"]),
            new Recipient("colchester@example.org", "Colchester", ["manager"], ["E07000071"], ["weekly", "monthly"]),
            new Recipient("weekly@example.org", "Weekly only", ["manager"], ["E07000071"], ["weekly"]));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task RunDue_MonthFromBeforeTheFirstExtract_IsPublishedAndNotMailed()
    {
        await _world.FiguresAsync(_world.Area(4000).Report(new Month(2018, 11)), "run-b");
        await DueAsync();
        Assert.Equal(1, _world.Visible("2018-11"));
        Assert.All(_world.Pipeline.Mailer.Taken, mail => Assert.Contains("March 2019", mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunDue_OnceDue_MailsEachWhoAskedOnceHoweverOften()
    {
        await DueAsync();
        await PokeAsync();
        Assert.Equal(["colchester@example.org", "commissioner@example.org"], _world.Pipeline.Mailer.Taken.Select(mail => mail.To.Address).Order(StringComparer.Ordinal));
        Assert.Equal(2, _world.Pipeline.Mailer.Attempts.Count);
    }

    [Fact]
    public async Task RunDue_BusyMailService_SendsLaterWhatItDidNotTake()
    {
        _world.Pipeline.Mailer.AnswerNext(new MailResult(MailState.Unknown), taken: true);
        await DueAsync();
        await PokeAsync();
        Assert.Equal(2, _world.Pipeline.Mailer.Attempts.Count);
        Assert.Single(_world.Pipeline.Tables.Contents(TableNames.Mailings), row => row.Text("State") == nameof(MailingState.Unknown));
    }

    [Fact]
    public async Task Mail_OfACommissioner_HasTheCountyAndLeadsToTheFiles()
    {
        var mail = await MailAsync("commissioner@example.org");
        var page = Composed.Parse(mail.Html);
        Assert.Equal("Key figures: Essex", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("h2")!);
        Assert.Contains("The files", page.QuerySelectorAll("h2").Select(heading => heading.TextContent.Trim()));
        Assert.Contains("March 2019", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(["kpis-2019-03.csv", "outcomes-2019-03.csv"], mail.Attachments.Where(file => file.ContentId is null).Select(file => file.FileName));
    }

    [Fact]
    public async Task Mail_OfAManager_HasTheOwnDistrictBesideTheCountyAndNoOther()
    {
        var mail = await MailAsync("colchester@example.org");
        var page = Composed.Parse(mail.Html);
        Assert.Equal("Key figures: Colchester", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("On the sign-in page", page.QuerySelectorAll("h2").Select(heading => heading.TextContent.Trim()));
        Assert.DoesNotContain("Tendring", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Chelmsford", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_OfAMonth_ArePlainTablesThatPassTheGuardAndHaveATextTwin()
    {
        await DueAsync();
        Assert.All(_world.Pipeline.Mailer.Taken, mail =>
        {
            Assert.Empty(MailGuard.Check(mail));
            Assert.True(mail.Html.Length < 100_000, $"{mail.Html.Length} characters.");
            var page = Composed.Parse(mail.Html);
            Assert.Empty(page.QuerySelectorAll("script, style, svg, link, iframe, form, details"));
            Assert.DoesNotContain(page.All, element => element.GetAttribute("style") is { } style && (style.Contains("flex", StringComparison.Ordinal) || style.Contains("var(", StringComparison.Ordinal)));
            Assert.All(page.QuerySelectorAll("img"), image => Assert.False(string.IsNullOrEmpty(image.GetAttribute("alt"))));
            Assert.All(page.QuerySelectorAll("caption"), caption => Assert.Contains(caption.TextContent.Trim(), mail.Text, StringComparison.Ordinal));
        });
    }

    private async Task<Mail> MailAsync(string address)
    {
        await DueAsync();
        return Assert.Single(_world.Pipeline.Mailer.Taken, mail => mail.To.Address == address);
    }

    /// <summary>The fifth working day of April 2019 is Friday the 5th; 06:00 in London is 05:00 UTC.</summary>
    private Task DueAsync()
    {
        _world.Pipeline.Time.SetUtcNow(new DateTimeOffset(2019, 4, 5, 5, 25, 0, TimeSpan.Zero));
        return PokeAsync();
    }

    private Task PokeAsync() => _world.Pipeline.Get<RunDueSnapshots>().RunAsync(default);
}
