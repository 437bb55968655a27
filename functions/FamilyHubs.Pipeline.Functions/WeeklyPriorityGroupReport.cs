using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Pokes at both UTC hours that can be 06:00 in London; the calendar and the ledger decide what is due (architecture.md 3.3).</summary>
public sealed class WeeklyPriorityGroupReport(RunDueWeeklyReports due)
{
    [Function(nameof(WeeklyPriorityGroupReport))]
    public Task RunAsync([TimerTrigger("0 0 5,6 * * 1")] TimerInfo timer, CancellationToken cancel) => due.RunAsync(cancel);
}
