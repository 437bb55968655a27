using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>
/// The caseload at the month's end (calculations.md 11, C17-04 to C17-11): children under five with an open referral by tier and for each
/// whole-time equivalent, at every place; and the counts of the month that the profile names, with their id as tier.
/// </summary>
public static class CaseloadCalculator
{
    /// <summary>The figures, place by place in the order of the report and in each the tiers as the profile lists them; then the counts of the month.</summary>
    public static async Task<IReadOnlyList<CaseloadFigure>> ComputeAsync(MonthlyContext context, CancellationToken cancel)
    {
        var (profile, population) = (context.Profile, context.Population);
        var referrals = new OpenReferralReader(population.People, context.AsOf);
        var tierReader = new TierReader(profile, population);
        var workforce = new WorkforceReader(profile.Geography, context.Month);
        var counts = new MonthlyCountReader(context);
        await TableScan.RunAsync(context.Tables, [referrals, .. tierReader.Readers, workforce, .. counts.Readers], cancel).ConfigureAwait(false);
        context.Add([referrals.Undated, .. tierReader.Findings, .. counts.Findings]);

        var caseload = new CaseloadChildren(context, referrals, tierReader.Build());
        return [.. Tiers(context, caseload, workforce.Wte), .. counts.Figures(caseload)];
    }

    private static IEnumerable<CaseloadFigure> Tiers(MonthlyContext context, CaseloadChildren caseload, TeamNumbers workforce)
    {
        var places = context.Places.Places;
        for (var place = 0; place < places.Count; place++)
        {
            var wte = (double?)workforce.Of(places[place]);
            for (var tier = 0; tier < context.Profile.Tiers.Count; tier++)
            {
                var count = caseload.Count(place, tier);
                yield return new CaseloadFigure(
                    places[place].Level,
                    places[place].Code,
                    context.Profile.Tiers[tier].Code,
                    count,
                    wte,
                    wte is > 0 ? count / wte : null);
            }
        }
    }
}
