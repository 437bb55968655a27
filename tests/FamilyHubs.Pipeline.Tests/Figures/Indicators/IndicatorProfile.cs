using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>The small area with an indicator of each source, unit and polarity.</summary>
internal static class IndicatorProfile
{
    public const string Referral = "Camhs referral";

    public static async Task<Profile> LoadAsync() => await SmallArea.ProfileAsync() with
    {
        Indicators =
        [
            Percentage("immunised", "higher", 95, new IndicatorSource(
                "immunisation", AtMonths: 12, Doses: [new ImmunisationDoses(["DTaP", "Hexa"], 3), new ImmunisationDoses(["MenB"], 1)])),
            Percentage("breastfed", "higher", 46, new IndicatorSource("breastfeeding", Statuses: ["totally", "partially"])),
            new IndicatorDefinition("at-risk", "Council", "At risk", "count", "lower", new IndicatorSource("groupCount", Group: "G3", UnderYears: 1)),
            new IndicatorDefinition("looked-after", "Council", "Looked after", "count", "neutral", new IndicatorSource("groupCount", Group: "G4")),
            Percentage("assessed", "higher", 64, new IndicatorSource(
                "timeliness", From: new TimelinessStart(Group: "G4"), To: new TimelinessEnd(["A1", "A2"]), Within: new TimelinessLimit(20, "working"))),
            Percentage("begun", "higher", null, new IndicatorSource(
                "timeliness", From: new TimelinessStart(ReferralReasons: [Referral]), To: new TimelinessEnd(["A2"]), Within: new TimelinessLimit(42, "calendar"))),
            Percentage("visited", "higher", 96, new IndicatorSource("kpi", Kpi: "2.02")),
            Percentage("smoking", "lower", 11, new IndicatorSource("return")),
            Percentage("complications", "neutral", 50, new IndicatorSource("return")),
            new IndicatorDefinition("deaths", "Hospital", "Deaths", "rate", "lower", new IndicatorSource("return"), Target: 5, Per: 1000),
            new IndicatorDefinition("refusals", "Hospital", "Refusals", "count", "lower", new IndicatorSource("return")),
        ],
    };

    private static IndicatorDefinition Percentage(string id, string polarity, double? target, IndicatorSource source) =>
        new(id, "Hospital", id, "percentage", polarity, source, target);
}
