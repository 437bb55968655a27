using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Mails a published weekly report to every recipient of the area, each for the own catchment beside the area, each once. All
/// mails are cut from one copy of the report after disclosure control (calculations.md 9), which is kept beside the report.
/// </summary>
public sealed class SendWeeklyReport(MailRound round, WeeklyDocuments documents, WeeklyMailComposer composer, WeeklyReportArchive archive, ITables tables)
{
    private readonly FigureStore _figures = new(tables, TableNames.PriorityGroupWeekly);

    public async Task<MailingSummary> RunAsync(Profile profile, WeeklyOutcome outcome, bool resend, CancellationToken cancel)
    {
        if (outcome is not { Report: { } report, Run: { State: RunState.Done } run })
        {
            return new MailingSummary([], 0, outcome.Refusal ?? "Only a published report is mailed: compute it from the newest extract.");
        }

        if (await archive.FindPublishedAsync(profile.Area, run.Period, run.Id, cancel) is not { } open)
        {
            return new MailingSummary([], 0, $"The published copy of run {run.Id} is missing: compute the report again.");
        }

        var history = await documents.HistoryAsync(report, cancel);
        var facts = await documents.FactsAsync(run, report, cancel);
        var summary = await round.RunAsync(
            profile,
            run,
            WeeklyReportArchive.Folder(report.Area, report.Week, run.Id),
            recipient => composer.ComposeAsync(open, profile, new Reader(recipient.Name, recipient.AreaCodes), facts, history, cancel),
            resend,
            cancel);
        await _figures.MarkReportedAsync(run, summary.IsSettled, cancel);
        return summary;
    }
}
