using System.Globalization;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>How to read the figures of a month and where they come from.</summary>
internal static class MonthlyProvenance
{
    public static Section HowToRead(MonthlyView view)
    {
        var (band, amber) = (Shown.Number(view.Profile.Marks.Band), Shown.Number(view.Profile.Rag.AmberBand));
        List<string> items =
        [
            $"Green: on target or better. Amber: up to {amber} points short of it. Red: further off.",
            $"Tick: better than target by {band} points or more. Cross: worse by {band} points or more. N/A: between the two.",
            $"{Shown.None}: there was nobody to count, or no target to compare with. That is not 0%.",
            "The 95% interval shows how far a figure could be off by chance; small places have wide ones.",
            "A near miss had the review in time, but without the assessment that counts.",
            "Year to date and twelve months are sums of all who count, not means of monthly percentages.",
            "Control charts: a large point is a special cause, blue for an improvement, orange for a concern; the mean and the limits come from the months themselves.",
        ];
        if (view.Rule.Threshold > 1)
        {
            items.Insert(0, $"{PlainText.Clean(view.Profile.Mail.SuppressionNote)} It hides numbers from 1 to {view.Rule.Threshold - 1}, and others from which one of these could be worked out.");
        }

        return new Section("how-to-read", "How to read this", [new Bullets(items)]);
    }

    public static Section Source(MonthlyView view) => new("source", "Where the figures come from",
    [
        new Paragraph(view.Facts.Freshness),
        new DataTable("Source of the figures", [new DataColumn("What", false), new DataColumn("Value", false)],
        [
            ["Drawn from", $"SystmOne extract {PlainText.Clean(view.Report.Extract)}"],
            ["Data as at", view.Facts.AsAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)],
            ["Figures for", $"the position on {Shown.Day(Month.Parse(view.Report.Month).Last)}"],
            ["Rows read", Shown.Count(view.Facts.RowsRead)],
            ["Rows refused", Shown.Count(view.Facts.RowsRefused)],
            ["Definitions", PlainText.Clean(view.Report.DefinitionVersion)],
            ["Run", PlainText.Clean(view.Facts.RunId)],
            ["Next figures", Shown.Day(view.Facts.NextReport)],
        ]),
    ]);
}
