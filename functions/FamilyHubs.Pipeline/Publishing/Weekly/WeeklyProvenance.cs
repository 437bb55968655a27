using System.Globalization;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>How to read the figures and where they come from.</summary>
internal static class WeeklyProvenance
{
    /// <param name="rule">The disclosure rule that was applied.</param>
    public static Section HowToRead(Profile profile, DisclosureRule rule)
    {
        var minimum = Shown.Word(profile.CombinationMinimum);
        List<string> items =
        [
            "A person counts once in every priority group they are in, so groups recorded are more than people.",
            $"Each ranking runs from the highest number to the lowest; = marks an equal rank, {Shown.None} a number without rank or a share of nothing.",
            $"Children under five in {minimum} or more groups are those to whom the service offers targeted interventions.",
            "A meaningful reach is an attended contact with a child under five or their parent or guardian.",
        ];
        if (rule.Threshold > 0)
            items.Insert(0, Suppression(profile, rule));
        return new Section("how-to-read", "How to read this", [new Bullets(items)]);
    }

    public static Section Source(WeeklyReport report, ReportFacts facts) => new("source", "Where the figures come from",
    [
        new Paragraph(facts.Freshness),
        new DataTable("Source of the figures", [new DataColumn("What", false), new DataColumn("Value", false)],
        [
            ["Drawn from", $"SystmOne extract {PlainText.Clean(report.Extract)}"],
            ["Data as at", facts.AsAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)],
            ["Figures for", $"the position on {Shown.Day(report.AsOf)}"],
            ["Rows read", Shown.Count(facts.RowsRead)],
            ["Rows refused", Shown.Count(facts.RowsRefused)],
            ["Definitions", PlainText.Clean(report.DefinitionVersion)],
            ["Run", PlainText.Clean(facts.RunId)],
            ["Next report", Shown.Day(facts.NextReport)],
        ]),
    ]);

    private static string Suppression(Profile profile, DisclosureRule rule)
    {
        var rounding = rule.RoundTo > 1 ? $" Other numbers are rounded to the nearest {rule.RoundTo}." : "";
        return $"{PlainText.Clean(profile.Mail.SuppressionNote)} It hides numbers from 1 to {rule.Threshold - 1}, so that no family can be recognised, and others from which one of these could be worked out.{rounding}";
    }
}
