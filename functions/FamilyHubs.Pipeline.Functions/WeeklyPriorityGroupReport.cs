using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>
/// Pokes at both UTC hours that can be Monday 06:00 in London, and hourly through the working week, so that a report whose extract came late
/// goes out the same day. The calendar and the ledger decide what is due (architecture.md 3.3).
/// </summary>
public sealed class WeeklyPriorityGroupReport(RunDueWeeklyReports due)
{
    [Function(nameof(WeeklyPriorityGroupReport))]
    public Task RunAsync([TimerTrigger("0 0 5-17 * * 1-5")] TimerInfo timer, CancellationToken cancel) => due.RunAsync(cancel);
}
