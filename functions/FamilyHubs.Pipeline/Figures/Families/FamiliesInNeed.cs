using System.Globalization;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Figures.Outcomes;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.People.Episodes;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>The families most in need at the month's end (calculations.md 10, E23-15, E23-16). Sign-in pages only.</summary>
public static class FamiliesInNeed
{
    /// <summary>Mark of a family without meaningful reach in the days that the profile gives.</summary>
    public const string NotReached = "not reached";

    /// <summary>
    /// The first families of each quadrant in the order of need: number of distinct priority groups; a protection plan or a looked-after child;
    /// number of children under five; not reached; then the lowest family id.
    /// </summary>
    public static async Task<IReadOnlyList<FamilyInNeed>> ComputeAsync(MonthlyContext context, CancellationToken cancel)
    {
        var settings = context.Profile.Families;
        var candidates = new FamilyNeeds(context).First(settings.FirstPerQuadrant);
        if (candidates.Count == 0)
        {
            return [];
        }

        var wanted = new bool[context.Population.People.Count];
        foreach (var member in candidates.SelectMany(need => need.Family.Members))
        {
            wanted[member] = true;
        }

        var reviews = FamilyContacts.Reviews(context, wanted);
        var reader = new FamilyContactReader(context, wanted, reviews.Keys.ToHashSet());
        var referrals = new OpenReferrals(context, wanted);
        var plans = new OpenPlans(context, wanted);
        await TableScan.RunAsync(context.Tables, [reader, referrals, referrals.Allocations, .. plans.Readers], cancel).ConfigureAwait(false);
        var contacts = await FamilyContacts.AttendedAsync(context, reader.Contacts, reviews, cancel).ConfigureAwait(false);

        string[] districts = [.. context.Profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => district.Code)];
        var names = plans.Names();
        var scopes = new MeasureScopes(context);
        var notSince = context.AsOf.AddDays(-settings.NotReachedDays);
        return
        [
            .. candidates.Select(need => (Need: need, LastReach: contacts.LastReach(need.Family)))
                .GroupBy(row => row.Need.Quadrant)
                .OrderBy(quadrant => quadrant.Key)
                .SelectMany(quadrant => quadrant
                    .OrderBy(row => row.Need)
                    .ThenByDescending(row => !(row.LastReach > notSince))
                    .ThenBy(row => row.Need.Family.Id)
                    .Take(settings.FirstPerQuadrant))
                .Select(row => new FamilyInNeed(
                    row.Need.Family.Id.ToString(CultureInfo.InvariantCulture),
                    context.Profile.Geography.Quadrants[row.Need.Quadrant].Code,
                    context.Population.Definitions.CodesOf(row.Need.Groups),
                    row.Need.Children,
                    ActiveMeasures(context, scopes, row.Need.Family),
                    [.. Sorted(row.Need.Family.Members.SelectMany(referrals.TeamsOf)), .. Sorted(row.Need.Family.Members.SelectMany(member => names[member]))],
                    row.LastReach,
                    Reasons(row.Need, row.LastReach > notSince, contacts.FirstType(row.Need.Family)))
                {
                    District = districts[row.Need.District],
                }),
        ];
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Measures in whose cohort a member is active, in the order of the profile.</summary>
    private static List<string> ActiveMeasures(MonthlyContext context, MeasureScopes scopes, Family family)
    {
        var measures = context.Episodes.Definitions.Measures;
        List<string> active = [];
        for (var measure = 0; measure < measures.Count; measure++)
        {
            foreach (var member in family.Members)
            {
                if (context.Episodes.Find(measure, member) is { Status: EpisodeStatus.Active } && scopes.Counts(measure, member))
                {
                    active.Add(measures[measure].Id);
                    break;
                }
            }
        }

        return active;
    }

    private static List<string> Reasons(FamilyNeed need, bool isReached, string? firstContact)
    {
        List<string> reasons = [];
        if (need.HasProtectionPlan)
        {
            reasons.Add("protection plan");
        }

        if (need.HasLookedAfter)
        {
            reasons.Add("looked-after child");
        }

        if (need.UnderFives > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"under-fives: {need.UnderFives}"));
        }

        if (!isReached)
        {
            reasons.Add(NotReached);
        }

        if (firstContact is not null)
        {
            reasons.Add($"first contact: {firstContact}");
        }

        return reasons;
    }
}
