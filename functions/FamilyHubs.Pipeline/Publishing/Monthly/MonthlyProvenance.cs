using System.Globalization;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>How to read the figures of a month and where they come from.</summary>
internal static class MonthlyProvenance
{
    /// <param name="isPage">The whole page, which has intervals, near misses and twelve months too.</param>
    /// <param name="hasCharts">There is a control chart to be read.</param>
    public static Section HowToRead(MonthlyView view, bool isPage, bool hasCharts)
    {
        var (band, amber) = (Points(view.Profile.Marks.Band), Points(view.Profile.Rag.AmberBand));
        List<string> items =
        [
            $"Green: on target or better. Amber: up to {amber} short of it. Red: further off.",
            $"Tick: better than target by {band} or more. Cross: worse by {band} or more. N/A: between the two.",
            $"{Shown.None}: there was nobody to count, or no target to compare with. That is not 0%.",
        ];
        if (isPage)
        {
            items.Add("The 95% interval shows how far a figure could be off by chance; small places have wide ones.");
            items.Add("A near miss had the review in time, but without the assessment that counts.");
        }
        else
        {
            items.Add("Change: in points since the month before.");
        }

        items.Add($"Year to date {(isPage ? "and twelve months are sums" : "is the sum")} of all who count, not {(isPage ? "means" : "the mean")} of monthly percentages.");
        if (hasCharts)
        {
            items.Add("Control charts: a large point is a special cause, blue for an improvement, orange for a concern; the mean and the limits come from the months themselves.");
        }

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

    private static string Points(double points) => points is 1 ? "1 point" : $"{Shown.Number(points)} points";
}
