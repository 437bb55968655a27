using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Makes the figures of a range of months from the newest extract, oldest first. Doing it again from the same extract gives the same runs. A
/// month that was published before keeps its first figures beside the new ones, for the list of revisions.
/// </summary>
public sealed class BackfillMonthlyFigures(RunLedger runs, ProduceMonthlyFigures produce, ITables tables)
{
    private readonly FigureStore _figures = new(tables, TableNames.KpiMonthly);

    /// <summary>What would be done, month by month. Changes nothing.</summary>
    /// <param name="area">Area.</param>
    /// <param name="from">First month.</param>
    /// <param name="to">Last month.</param>
    /// <param name="onlyFailed">Leave out the months that are published.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<IReadOnlyList<BackfillStep<Month>>> PlanAsync(string area, Month from, Month to, bool onlyFailed, CancellationToken cancel) =>
        BackfillPlan.OfAsync(
            runs, _figures, area, ProduceMonthlyFigures.Kind, Month.Range(from, to),
            state => !onlyFailed || state is BackfillState.Missing or BackfillState.Failed, cancel);

    /// <summary>Does one month. A refusal is in the result.</summary>
    public async Task<BackfillResult<Month>> RunAsync(Profile profile, Month month, CancellationToken cancel)
    {
        var outcome = await produce.RunAsync(profile, month, new MonthlyRequest(), cancel);
        return new BackfillResult<Month>(month, outcome.Run?.Id, outcome.Refusal);
    }
}
