using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>Composes the sign-in page behind the link of the weekly mail: one file without script or remote resource.</summary>
public sealed class WeeklyPageComposer(ILoggerFactory loggers)
{
    /// <summary>Composes the page of a reader. Only what lies in the reader's catchment is on it, with the area beside it.</summary>
    /// <param name="report">After the disclosure rule of pages; with a child list where the reader's role allows it.</param>
    /// <param name="history">Earlier weeks as published, for the trend chart; empty when there are none.</param>
    /// <param name="rule">The disclosure rule that was applied, to be explained.</param>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public async Task<string> ComposeAsync(
        WeeklyReport report, Profile profile, Reader reader, ReportFacts facts, IReadOnlyList<WeeklyTotal> history, DisclosureRule rule, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var document = WeeklyPageModel.Of(report, profile, reader, facts, history, rule);
        return await ComponentHtml.RenderAsync<ReportPage>(loggers, new Dictionary<string, object?> { [nameof(ReportPage.Document)] = document, [nameof(ReportPage.Site)] = reader.Site });
    }
}
