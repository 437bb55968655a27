using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

/// <summary>A report of a few rows for Colchester and Essex, to test one sentence at a time.</summary>
internal static class TinyReport
{
    public const string Colchester = "E07000071";
    public const string Essex = "E10000012";

    public static WeeklyReport Empty { get; } = new(
        "essex", SampleWeeklyReport.Week, SampleWeeklyReport.AsOf, "20190401_0200", "essex-2019.1", [], [], [], [], [], [], [], []);

    public static GroupFigure Group(string group, int? memberships, string level = "district", string code = Colchester) =>
        new(level, code, group, group, memberships, memberships, memberships, null, memberships is null);

    public static ChangeFigure Change(string group, int? now, int? before) =>
        new("district", Colchester, group, now, before, now - before, now is null || before is null);

    public static MeaningfulReachFigure Reach(int? contacts, int? ascertained) =>
        new("district", Colchester, contacts, ascertained, null, contacts is null || ascertained is null);

    public static WeeklySentences Sentences(WeeklyReport report, Profile profile, params string[] codes)
    {
        var reader = new Reader("Sam", codes.Length == 0 ? [Colchester] : codes);
        return new WeeklySentences(new PlaceFigures(report, profile), new Catchment(reader, profile, report));
    }
}
