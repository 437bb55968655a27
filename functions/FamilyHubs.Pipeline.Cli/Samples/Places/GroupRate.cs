namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>How often a kind of priority group is met, and in whom.</summary>
/// <param name="Word">A word of the group's name that tells the kind, lower case; the first rate whose word fits holds.</param>
/// <param name="Rate">Share of those it can hold for, at a mean level of need.</param>
/// <param name="Child">On children's records.</param>
/// <param name="Adult">On parents' records.</param>
/// <param name="FromMonths">Youngest child it can hold for.</param>
/// <param name="ToMonths">Age in months at which it no longer does.</param>
/// <param name="Household">It holds for the whole family at once.</param>
internal sealed record GroupRate(
    string Word, double Rate, bool Child = true, bool Adult = true, int FromMonths = 0, int ToMonths = 228, bool Household = false)
{
    /// <summary>
    /// Orders of magnitude from national statistics of 2018/19: children in need 3.4 %, on a plan 0.4 %, looked after 0.65 %, SEN 15 % of
    /// pupils, workless households 9 %, preterm births 8 %, mothers under twenty 3 %, funded two-year-olds about 40 %.
    /// </summary>
    public static readonly IReadOnlyList<GroupRate> All =
    [
        new("protection plan", 0.006, Adult: false),
        new("looked-after", 0.008, Adult: false),
        new("child in need", 0.025, Adult: false),
        new("teenage", 0.02, Child: false),
        new("lone parent", 0.13, Household: true),
        new("workless", 0.09, Household: true),
        new("low income", 0.14, Household: true),
        new("domestic", 0.05, Household: true),
        new("substance", 0.035, Household: true),
        new("perinatal", 0.07, Child: false),
        new("mental", 0.06),
        new("young carer", 0.015, Adult: false, FromMonths: 60),
        new("parent with", 0.025, Child: false),
        new("disability", 0.05, Adult: false),
        new("special educational", 0.07, Adult: false, FromMonths: 24),
        new("autism", 0.012, Adult: false, FromMonths: 30),
        new("minority ethnic", 0.1, Household: true),
        new("heritage", 0.2, Household: true),
        new("jewish", 0.06, Household: true),
        new("additional language", 0.07, Household: true),
        new("asylum", 0.008, Household: true),
        new("roma", 0.006, Household: true),
        new("father as main", 0.01, Child: false),
        new("housing", 0.045, Household: true),
        new("prison", 0.015, Household: true),
        new("youth justice", 0.01, Adult: false, FromMonths: 120),
        new("service family", 0.012, Household: true),
        new("rural", 0.02, Household: true),
        new("caf", 0.03, Adult: false),
        new("two-year-old", 0.3, Adult: false, FromMonths: 24, ToMonths: 36),
        new("premature", 0.08, Adult: false, ToMonths: 24),
        new("care of next infant", 0.004, Adult: false, ToMonths: 24),
        new("bereavement", 0.012),
        new("smoking", 0.09, Child: false),
        new("excluded", 0.008, Adult: false, FromMonths: 72),
        new("exploitation", 0.006, Adult: false, FromMonths: 120),
        new("long-term", 0.06, Adult: false),
        new("complex health", 0.02, Adult: false),
        new("pregnancy", 0.04, Child: false),
        new("adverse", 0.05),
        new(string.Empty, 0.03),
    ];

    public static GroupRate Of(string name) =>
        All.First(rate => name.Contains(rate.Word, StringComparison.OrdinalIgnoreCase));
}
