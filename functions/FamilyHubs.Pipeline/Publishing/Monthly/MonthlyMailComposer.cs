using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Documents;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>Composes the mail of a month: the commissioners' pack or the managers' month, of the reader's own places with the area beside them.</summary>
public sealed class MonthlyMailComposer(ILoggerFactory loggers)
{
    /// <summary>Composes subject, HTML part, text part and attachments. The same input gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public async Task<MailContent> ComposeAsync(MonthlyMailView mail, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var model = MonthlyMailModel.Of(mail);
        var html = await ComponentHtml.RenderAsync<ReportMail>(loggers, new Dictionary<string, object?> { [nameof(ReportMail.Document)] = model.Document });
        return new MailContent(model.Subject, html, PlainTextRenderer.Render(model.Document), [.. ChartImages.Of(model.Document), .. MonthlyCsv.Files(mail.Month)]);
    }
}
