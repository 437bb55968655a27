using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Composes the page that lists the reports of an area.</summary>
public sealed class ReportIndexComposer(ILoggerFactory loggers)
{
    /// <param name="weeks">Weeks with a published report, in the order shown.</param>
    /// <param name="months">Months with published figures, in the order shown.</param>
    public async Task<string> ComposeAsync(Profile profile, IReadOnlyList<IsoWeek> weeks, IReadOnlyList<Month> months, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return await ComponentHtml.RenderAsync<ReportIndexPage>(loggers, new Dictionary<string, object?>
        {
            [nameof(ReportIndexPage.Service)] = PlainText.Clean(profile.Name),
            [nameof(ReportIndexPage.Weeks)] = weeks.Select(week => Link(profile, week)).ToList(),
            [nameof(ReportIndexPage.Months)] = months.Select(month => Link(profile, month)).ToList(),
        });
    }

    private static DocumentLink Link(Profile profile, IsoWeek week) =>
        new(new Uri(ReportAddresses.Weekly(profile.Area, week.ToString()), UriKind.Relative), WeeklyMailModel.Period(week));

    private static DocumentLink Link(Profile profile, Month month) =>
        new(new Uri(ReportAddresses.Monthly(profile.Area, month.ToString()), UriKind.Relative), Shown.Month(month));
}
