using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Documents;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>Composes the weekly Priority Group mail of a reader (E19-35 to E19-43): aggregate figures of the reader's own catchment with the area beside them.</summary>
public sealed class WeeklyMailComposer(ILoggerFactory loggers)
{
    /// <summary>Composes subject, HTML part, text part and attachments. The same input gives the same bytes.</summary>
    /// <param name="report">After disclosure control for mails; a child list in it is ignored.</param>
    /// <param name="history">Earlier weeks as published, for the trend chart; empty when there are none.</param>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public async Task<MailContent> ComposeAsync(
        WeeklyReport report, Profile profile, Reader reader, ReportFacts facts, IReadOnlyList<WeeklyTotal> history, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var model = WeeklyMailModel.Of(report, profile, reader, facts, history);
        var html = await ComponentHtml.RenderAsync<ReportMail>(loggers, new Dictionary<string, object?> { [nameof(ReportMail.Document)] = model.Document });
        var files = new WeeklyCsv(report, new PlaceFigures(report, profile), new Catchment(reader, profile, report)).Files();
        return new MailContent(model.Subject, html, PlainTextRenderer.Render(model.Document), [.. ChartImages.Of(model.Document), .. files]);
    }
}
