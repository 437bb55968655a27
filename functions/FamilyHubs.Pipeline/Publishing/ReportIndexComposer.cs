using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Site;
using FamilyHubs.Pipeline.Publishing.Weekly;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Composes the overview of an area: what its newest figures say, and what the reader may open.</summary>
public sealed class ReportIndexComposer(ILoggerFactory loggers)
{
    public async Task<string> ComposeAsync(SiteOverview overview, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var area = overview.Profile.Area;
        return await ComponentHtml.RenderAsync<ReportIndexPage>(loggers, new Dictionary<string, object?>
        {
            [nameof(ReportIndexPage.Service)] = PlainText.Clean(overview.Profile.Name),
            [nameof(ReportIndexPage.Site)] = new SiteNavigation(area, overview.Rights, SitePage.Overview),
            [nameof(ReportIndexPage.Verdicts)] = overview.Verdicts,
            [nameof(ReportIndexPage.Weeks)] = overview.Weeks.Select(week => Link(ReportAddresses.Weekly(area, week.ToString()), WeeklyMailModel.Period(week))).ToList(),
            [nameof(ReportIndexPage.Months)] = overview.Months.Select(month => Link(ReportAddresses.Monthly(area, month.ToString()), Shown.Month(month))).ToList(),
            [nameof(ReportIndexPage.Snapshots)] = overview.Snapshots
                .Select(one => Link(ReportAddresses.Snapshot(area, one.Month), $"{Shown.Month(Month.Parse(one.Month))}{(one.Revision > 1 ? $", revision {one.Revision}" : "")}")).ToList(),
        });
    }

    private static DocumentLink Link(string address, string text) => new(new Uri(address, UriKind.Relative), text);
}
