using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>How the periods of a back-fill stand. Changes nothing.</summary>
internal static class BackfillPlan
{
    /// <param name="runs">Ledger of runs.</param>
    /// <param name="figures">Store with the pointers of the periods.</param>
    /// <param name="area">Area.</param>
    /// <param name="kind"><c>weekly</c> or <c>monthly</c>.</param>
    /// <param name="periods">Weeks or months, oldest first.</param>
    /// <param name="isDue">Whether a period that stands so is to be done.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<BackfillStep<TPeriod>>> OfAsync<TPeriod>(
        RunLedger runs, FigureStore figures, string area, string kind, IEnumerable<TPeriod> periods, Func<BackfillState, bool> isDue, CancellationToken cancel)
        where TPeriod : notnull
    {
        var last = (await runs.ListAsync(area, cancel)).Where(r => r.Kind == kind)
            .GroupBy(r => r.Period, StringComparer.Ordinal).ToDictionary(r => r.Key, r => r.Last(), StringComparer.Ordinal);
        List<BackfillStep<TPeriod>> plan = [];
        foreach (var period in periods)
        {
            var name = period.ToString()!;
            var published = await figures.PublishedRunAsync(area, name, cancel);
            var run = last.GetValueOrDefault(name);
            var state = run switch
            {
                { State: RunState.Doing or RunState.Refused } => BackfillState.Failed,
                _ when published is null => BackfillState.Missing,
                _ => await figures.IsCompleteAsync(area, name, cancel) ? BackfillState.Complete : BackfillState.Published,
            };
            plan.Add(new BackfillStep<TPeriod>(period, state, published, run?.Reason, isDue(state)));
        }

        return plan;
    }
}
