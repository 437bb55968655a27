using System.Globalization;
using System.Text.Json;
using FamilyHubs.Pipeline.Azure;
using FamilyHubs.Pipeline.Azure.LocalMail;
using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FamilyHubs.Pipeline.StorageTests.Mailing;

public sealed class SendGridMailerTests
{
    [Fact]
    public async Task Send_Mail_IsAcceptedAndWrittenWhole()
    {
        await using var setup = await MailSetup.StartAsync();

        var result = await setup.Mailer().SendAsync(MailSetup.Weekly(), default);

        Assert.Equal((MailState.Accepted, "local-0001"), (result.State, result.MessageId));
        using var mail = await MimeMessage.LoadAsync(Assert.Single(setup.Mails));
        Assert.Equal("marker-subject: 2019-W13", mail.Subject);
        Assert.Equal("reports@example.org", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Equal("help@example.org", Assert.Single(mail.ReplyTo.Mailboxes).Address);
        var to = Assert.Single(mail.To.Mailboxes);
        Assert.Equal(("marker-manager@example.org", "marker-name O'Été"), (to.Address, to.Name));
        Assert.Equal("marker-text: 12 children", mail.TextBody?.Trim());
        Assert.Equal("<p>marker-html <img src=\"cid:chart\" alt=\"\"></p>", mail.HtmlBody?.Trim());
        Assert.Equal(setup.Clock.GetUtcNow(), mail.Date);
        Assert.Equal("groups.csv", Assert.Single(mail.Attachments).ContentDisposition?.FileName);
        var chart = Assert.Single(mail.BodyParts.OfType<MimePart>(), part => part.ContentId == "chart");
        Assert.Equal(("image/png", "inline"), (chart.ContentType.MimeType, chart.ContentDisposition?.Disposition));
    }

    [Fact]
    public async Task Send_FaultySettings_AreRefusedWithTheFirstMailNotBefore()
    {
        var services = new ServiceCollection().AddAzurePorts(new ConfigurationBuilder().Build()).BuildServiceProvider();
        await using var _ = services;

        var mailer = services.GetRequiredService<IMailer>();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => mailer.SendAsync(MailSetup.Weekly(), default));
        Assert.Contains("Mail__ApiKey", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Mail_SwitchesTrackingOffAndCarriesItsKey()
    {
        await using var setup = await MailSetup.StartAsync();

        await setup.Mailer().SendAsync(MailSetup.Weekly(), default);

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(setup.Folder.File("0001-marker-manager@example.org.json")));
        var tracking = json.RootElement.GetProperty("tracking_settings");
        foreach (var kind in (string[])["click_tracking", "open_tracking", "subscription_tracking", "ganalytics"])
            Assert.False(tracking.GetProperty(kind).GetProperty("enable").GetBoolean(), kind);
        Assert.Equal("weekly", json.RootElement.GetProperty("categories")[0].GetString());
        Assert.Contains("\"mail_key\":\"weekly/essex/2019-W13/marker-key\"", JsonSerializer.Serialize(json.RootElement), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", null, 120)]
    [InlineData("Mon, 01 Apr 2019 05:02:00 GMT", null, 120)]
    [InlineData("Mon, 01 Apr 2019 04:00:00 GMT", null, 0)]
    [InlineData("999999", null, 3600)]
    [InlineData(null, 30L, 30)]
    [InlineData(null, null, 60)]
    public async Task Send_429_IsBusyForAsLongAsAsked(string? retryAfter, long? resetIn, int seconds)
    {
        await using var setup = await MailSetup.StartAsync();
        var reset = resetIn is { } wait ? setup.Clock.GetUtcNow().ToUnixTimeSeconds() + wait : (long?)null;
        setup.Server.AnswerNext(LocalMailAnswer.Refusal(429, retryAfter, reset));

        var result = await setup.Mailer().SendAsync(MailSetup.Weekly(), default);

        Assert.Equal((MailState.Busy, TimeSpan.FromSeconds(seconds)), (result.State, result.RetryAfter));
        Assert.Equal(1, setup.Server.Requests);
        Assert.Empty(setup.Mails);
    }

    [Theory]
    [InlineData(500, MailState.Busy)]
    [InlineData(502, MailState.Busy)]
    [InlineData(503, MailState.Busy)]
    [InlineData(504, MailState.Busy)]
    [InlineData(301, MailState.Failed)]
    [InlineData(400, MailState.Failed)]
    [InlineData(401, MailState.Failed)]
    [InlineData(403, MailState.Failed)]
    [InlineData(413, MailState.Failed)]
    public async Task Send_Refused_IsTriedOnceAndNamesTheStatus(int status, MailState state)
    {
        await using var setup = await MailSetup.StartAsync();
        setup.Server.AnswerNext(LocalMailAnswer.Refusal(status));

        var result = await setup.Mailer().SendAsync(MailSetup.Weekly(), default);

        Assert.Equal(state, result.State);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), result.Reason, StringComparison.Ordinal);
        Assert.Equal(1, setup.Server.Requests);
    }

    [Fact]
    public async Task Send_RequestAtFault_NamesTheFields()
    {
        await using var setup = await MailSetup.StartAsync();
        var mail = MailSetup.Weekly() with { Category = new string('c', 300) };

        var result = await setup.Mailer().SendAsync(mail, default);

        Assert.Equal((MailState.Failed, "Status 400 (categories)"), (result.State, result.Reason));
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsUnknown()
    {
        await using var setup = await MailSetup.StartAsync();
        setup.Server.AnswerNext(LocalMailAnswer.Never);
        var sending = setup.Mailer(options => options.TimeoutSeconds = 30).SendAsync(MailSetup.Weekly(), default);
        while (setup.Server.Requests == 0) await Task.Delay(10);

        setup.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(MailState.Unknown, (await sending).State);
        Assert.Equal(1, setup.Server.Requests);
    }

    [Fact]
    public async Task Send_ConnectionLostAfterTheMailWasTaken_IsUnknownAndNotSentAgain()
    {
        await using var setup = await MailSetup.StartAsync();
        setup.Server.AnswerNext(LocalMailAnswer.Lost);

        var result = await setup.Mailer().SendAsync(MailSetup.Weekly(), default);

        Assert.Equal(MailState.Unknown, result.State);
        Assert.Equal(1, setup.Server.Requests);
        Assert.Single(setup.Mails);
    }

    [Fact]
    public async Task Send_NobodyListens_IsBusySinceNothingWasSent()
    {
        await using var setup = await MailSetup.StartAsync();
        var mailer = setup.Mailer();
        await setup.Server.DisposeAsync();

        var result = await mailer.SendAsync(MailSetup.Weekly(), default);

        Assert.Equal(MailState.Busy, result.State);
        Assert.NotNull(result.RetryAfter);
    }

    [Fact]
    public async Task Send_CancelledWhileOnItsWay_StillLearnsTheAnswer()
    {
        await using var setup = await MailSetup.StartAsync();
        using var cancel = new CancellationTokenSource();
        setup.Server.AnswerNext(LocalMailAnswer.Never);
        var sending = setup.Mailer().SendAsync(MailSetup.Weekly(), cancel.Token);
        while (setup.Server.Requests == 0) await Task.Delay(10);

        await cancel.CancelAsync();

        Assert.False(sending.IsCompleted);
        setup.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(MailState.Unknown, (await sending).State);
    }

    [Fact]
    public async Task Send_CancelledBefore_IsNotSent()
    {
        await using var setup = await MailSetup.StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => setup.Mailer().SendAsync(MailSetup.Weekly(), new CancellationToken(canceled: true)));

        Assert.Equal(0, setup.Server.Requests);
    }

    [Fact]
    public async Task Send_Sandbox_IsCheckedButNotDelivered()
    {
        await using var setup = await MailSetup.StartAsync();

        var result = await setup.Mailer(options => options.Sandbox = true).SendAsync(MailSetup.Weekly(), default);

        Assert.Equal((MailState.Accepted, (string?)null), (result.State, result.MessageId));
        Assert.Equal(1, setup.Server.Requests);
        Assert.Empty(setup.Mails);
    }

    [Theory]
    [InlineData("tester@example.org", true)]
    [InlineData("TESTER@example.org", true)]
    [InlineData("anyone@test.example.org", true)]
    [InlineData("other@example.org", false)]
    [InlineData("anyone@evil-test.example.org", false)]
    [InlineData("anyone@test.example.org.evil.org", false)]
    public async Task Send_AllowedRecipients_KeepsMailFromOthers(string to, bool allowed)
    {
        await using var setup = await MailSetup.StartAsync();
        var mailer = setup.Mailer(options => options.AllowedRecipients = "tester@example.org; @test.example.org");

        var result = await mailer.SendAsync(MailSetup.Weekly(to), default);

        Assert.Equal(allowed ? MailState.Accepted : MailState.Failed, result.State);
        Assert.Equal(allowed ? 1 : 0, setup.Server.Requests);
    }

    [Fact]
    public async Task Send_MailAtFault_IsRefusedWithoutARequest()
    {
        await using var setup = await MailSetup.StartAsync();
        var (mailer, mail) = (setup.Mailer(), MailSetup.Weekly());

        foreach (var faulty in new[]
        {
            mail with { Subject = "a\r\nBcc: other@example.org" },
            mail with { Subject = " " },
            mail with { Text = "" },
            mail with { Html = "" },
            mail with { To = new MailAddress("no address", null) },
            mail with { To = new MailAddress("Name <a@example.org>", null) },
            mail with { To = new MailAddress("a@example.org", "x\ny") },
            mail with { From = new MailAddress("", null) },
            mail with { ReplyTo = new MailAddress("@example.org", null) },
            mail with { Attachments = [new MailAttachment("big.csv", "text/csv", new byte[24_000_000])] },
        })
        {
            Assert.Equal(MailState.Failed, (await mailer.SendAsync(faulty, default)).State);
        }
        Assert.Equal(0, setup.Server.Requests);
    }

    [Fact]
    public async Task Send_AnyOutcome_LogsAndTellsNothingOfTheMail()
    {
        await using var setup = await MailSetup.StartAsync();
        var mailer = setup.Mailer(options => options.AllowedRecipients = "marker-manager@example.org");
        var results = new List<MailResult> { await mailer.SendAsync(MailSetup.Weekly(), default) };
        foreach (var answer in new[] { LocalMailAnswer.Refusal(400), LocalMailAnswer.Refusal(429), LocalMailAnswer.Refusal(500), LocalMailAnswer.Lost })
        {
            setup.Server.AnswerNext(answer);
            results.Add(await mailer.SendAsync(MailSetup.Weekly(), default));
        }
        results.Add(await mailer.SendAsync(MailSetup.Weekly("marker-other@example.org"), default));
        results.Add(await mailer.SendAsync(MailSetup.Weekly(subject: "marker-\r\n"), default));

        Assert.Equal(results.Count, setup.Log.Lines.Count);
        var told = string.Join('\n', setup.Log.Lines.Concat(results.Select(result => result.ToString())));
        Assert.DoesNotContain("marker", told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", told, StringComparison.Ordinal);
        Assert.Contains("weekly", told, StringComparison.Ordinal);
    }
}
