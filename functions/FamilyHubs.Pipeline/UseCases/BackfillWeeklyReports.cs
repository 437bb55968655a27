using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Makes the weekly reports of a range of weeks from the newest extract, oldest first, so that each is compared with the one before. Doing it
/// again from the same extract gives the same runs, and mails nobody twice.
/// </summary>
public sealed class BackfillWeeklyReports(RunLedger runs, ProduceWeeklyReport produce, SendWeeklyReport send, ITables tables)
{
    private readonly FigureStore _figures = new(tables, TableNames.PriorityGroupWeekly);

    /// <summary>What would be done, week by week. Changes nothing.</summary>
    /// <param name="area">Area.</param>
    /// <param name="from">First week.</param>
    /// <param name="to">Last week.</param>
    /// <param name="onlyFailed">Leave out the weeks that are published, and when mails are asked for only those of which everybody was told.</param>
    /// <param name="withMails">Mails are asked for.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<IReadOnlyList<BackfillStep<IsoWeek>>> PlanAsync(
        string area, IsoWeek from, IsoWeek to, bool onlyFailed, bool withMails, CancellationToken cancel) =>
        BackfillPlan.OfAsync(
            runs, _figures, area, ProduceWeeklyReport.Kind, Weeks(from, to),
            state => !onlyFailed || !(state == BackfillState.Complete || (state == BackfillState.Published && !withMails)), cancel);

    /// <summary>Does one week. A refusal is in the result.</summary>
    public async Task<BackfillResult<IsoWeek>> RunAsync(Profile profile, IsoWeek week, bool withMails, CancellationToken cancel)
    {
        var outcome = await produce.RunAsync(profile, week, new WeeklyRequest(), cancel);
        if (outcome.Refusal is not null || !withMails)
        {
            return new BackfillResult<IsoWeek>(week, outcome.Run?.Id, outcome.Refusal);
        }

        var mails = await send.RunAsync(profile, outcome, resend: false, cancel);
        return new BackfillResult<IsoWeek>(week, outcome.Run?.Id, mails.Refusal, mails);
    }

    private static IEnumerable<IsoWeek> Weeks(IsoWeek from, IsoWeek to)
    {
        for (var week = from; week.CompareTo(to) <= 0; week = week.Next)
        {
            yield return week;
        }
    }
}
