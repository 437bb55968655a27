using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>
/// Pokes every day at both UTC hours that can be 06:00 in London: the fifth working day moves, and what was missed is made up the next day. The
/// calendar and the ledger decide what is due (architecture.md 3.3).
/// </summary>
public sealed class MonthlyFigures(RunDueMonthlyFigures due)
{
    [Function(nameof(MonthlyFigures))]
    public Task RunAsync([TimerTrigger("0 0 5,6 * * *")] TimerInfo timer, CancellationToken cancel) => due.RunAsync(cancel);
}
