using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>A small area for tests: two quadrants, three districts, six groups of every kind of source. Everything else is as in Essex.</summary>
internal static class SmallArea
{
    /// <summary>The Sunday of 2019-W13.</summary>
    public static readonly DateOnly AsOf = new(2019, 3, 31);

    public static async Task<Profile> ProfileAsync() => await TestProfiles.EssexAsync() with
    {
        Area = "testshire",
        Geography = new Geography(
            new NamedCode("T", "Testshire"),
            [
                new Quadrant("N", "North", [new District("A", "Alpha"), new District("B", "Beta")]),
                new Quadrant("S", "South", [new District("C", "Gamma")]),
            ],
            []),
        PriorityGroups =
        [
            new PriorityGroup("G1", "Lone parent", [Coded(["S1"], ["E1"]), new GroupSource("estart", Names: ["Lone Parent"])]),
            new PriorityGroup("G2", "Domestic abuse", [Coded(["S2"], ["E2"])], ExpiresAfterMonths: 24),
            new PriorityGroup("G3", "Child protection plan", [new GroupSource("personAtRisk")]),
            new PriorityGroup("G4", "Looked-after child", [new GroupSource("patientGroup", Names: ["Looked After Child"])]),
            new PriorityGroup("G5", "Low income", [Coded(["S5a", "S5b"], ["E5"]), Coded(["S5c"], ["E5c"])]),
            new PriorityGroup("G6", "Bereavement", [Coded(["S6"], [])]),
        ],
        PriorityGroupTemplates = ["Priority Groups v3"],
        Tiers =
        [
            new TierDefinition("universal", "Universal", "level", Default: true),
            new TierDefinition("universalPlus", "Universal Plus", "level", Sources: [Coded(["L1"], ["X1"])]),
            new TierDefinition("partnershipPlus", "Partnership Plus without plan", "level", Sources: [Coded(["L2"], ["X2"])], WhenPlanApplies: "universalPlus"),
            new TierDefinition("cafLevel2Lead", "CAF level 2, lead", "plan", Sources: [Coded(["P1"], ["Q1"])]),
            new TierDefinition("childInNeed", "Child in need", "plan", Sources: [new GroupSource("group", Group: "G2")]),
            new TierDefinition("protectionPlan", "Protection plan", "plan", Sources: [new GroupSource("group", Group: "G3")]),
        ],
    };

    private static GroupSource Coded(IReadOnlyList<string> start, IReadOnlyList<string> end) => new("coded", start, end);
}
