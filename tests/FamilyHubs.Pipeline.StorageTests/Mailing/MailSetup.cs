using System.Text;
using FamilyHubs.Pipeline.Azure.LocalMail;
using FamilyHubs.Pipeline.Azure.Mailing;
using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Mail = FamilyHubs.Pipeline.Ports.Mail;

namespace FamilyHubs.Pipeline.StorageTests.Mailing;

/// <summary>The mailer, the local mail server and a clock that stands still.</summary>
internal sealed class MailSetup : IAsyncDisposable
{
    private readonly List<SendGridMailer> _mailers = [];

    private MailSetup(TemporaryFolder folder, FakeTimeProvider clock, LocalMailServer server) => (Folder, Clock, Server) = (folder, clock, server);

    public TemporaryFolder Folder { get; }

    public FakeTimeProvider Clock { get; }

    public LocalMailServer Server { get; }

    public RecordingLogger<SendGridMailer> Log { get; } = new();

    public string[] Mails => Directory.GetFiles(Folder.Path, "*.eml");

    public static async Task<MailSetup> StartAsync()
    {
        var (folder, clock) = (new TemporaryFolder(), new FakeTimeProvider(new DateTimeOffset(2019, 4, 1, 5, 0, 0, TimeSpan.Zero)));
        return new MailSetup(folder, clock, await LocalMailServer.StartAsync(folder.Path, clock, default));
    }

    public SendGridMailer Mailer(Action<MailOptions>? configure = null)
    {
        var options = new MailOptions { ApiKey = "SG.secret-key", Host = Server.Host.ToString() };
        configure?.Invoke(options);
        var mailer = new SendGridMailer(Options.Create(options), Clock, Log);
        _mailers.Add(mailer);
        return mailer;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var mailer in _mailers) mailer.Dispose();
        await Server.DisposeAsync();
        Folder.Dispose();
    }

    public static Mail Weekly(string to = "marker-manager@example.org", string subject = "marker-subject: 2019-W13") => new(
        "weekly/essex/2019-W13/marker-key",
        "weekly",
        new MailAddress("reports@example.org", "Family Hubs"),
        new MailAddress("help@example.org", null),
        new MailAddress(to, "marker-name O'Été"),
        subject,
        "<p>marker-html <img src=\"cid:chart\" alt=\"\"></p>",
        "marker-text: 12 children",
        [
            new MailAttachment("groups.csv", "text/csv", Encoding.UTF8.GetBytes("marker-csv\r\n1")),
            new MailAttachment("chart.png", "image/png", new byte[] { 137, 80, 78, 71 }, "chart"),
        ]);
}
