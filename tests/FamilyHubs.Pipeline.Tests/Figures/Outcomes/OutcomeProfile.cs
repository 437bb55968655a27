using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.Outcomes;

/// <summary>Outcome measures of every kind for the small area, with starts from 1 April 2017.</summary>
internal static class OutcomeProfile
{
    /// <summary>A = plans of all; M = with another merged into it; W = quadrant North only; R = a return.</summary>
    public static Profile With(Profile profile, EligibilityRule? eligibility = null, bool ineligibleCount = true) => profile with
    {
        OutcomesFrom = new DateOnly(2017, 4, 1),
        IneligibleEpisodesCount = ineligibleCount,
        OutcomeMeasures =
        [
            Measure("A", "episode", ["Plan A", "Plan A2"]) with { Eligibility = eligibility ?? new EligibilityRule() },
            Measure("M", "episode", ["Plan M"]) with { MergedFrom = ["X"] },
            Measure("X", "merged", ["Plan X"]) with { MergedInto = "M" },
            Measure("R", "return", []) with { Indicator = "healthy-schools" },
            Measure("W", "episode", ["Plan W"]) with { Scope = new MeasureScope("N") },
        ],
        Tiers =
        [
            .. profile.Tiers.Where(tier => tier.Kind == "level"),
            new TierDefinition("protectionPlan", "Protection plan", "plan", Sources: [new GroupSource("group", Group: "G3")]),
            new TierDefinition("lookedAfter", "Looked after", "plan", Sources: [new GroupSource("group", Group: "G4")]),
        ],
    };

    private static OutcomeMeasure Measure(string id, string kind, IReadOnlyList<string> plans) =>
        new(id, 1, id, "Group", kind, plans, new EligibilityRule(), new Dictionary<string, double> { ["2017/18"] = 40, ["2018/19"] = 50 });
}
