using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Documents;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Alerts;

/// <summary>Composes the mail that tells operations that an extract is late or incomplete. The same input gives the same bytes.</summary>
public sealed class AlertMailComposer(ILoggerFactory loggers)
{
    public async Task<MailContent> ComposeAsync(Profile profile, FreshnessStatus status, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var document = AlertMailModel.Of(profile, status);
        var html = await ComponentHtml.RenderAsync<ReportMail>(loggers, new Dictionary<string, object?> { [nameof(ReportMail.Document)] = document });
        return new MailContent(AlertMailModel.SubjectOf(profile, status), html, PlainTextRenderer.Render(document), []);
    }
}
