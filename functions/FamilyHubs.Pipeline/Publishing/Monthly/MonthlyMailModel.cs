using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The texts of a month's mail.</summary>
/// <param name="Subject">One line: place, month and the one thing to know.</param>
public sealed record MonthlyMailModel(string Subject, ReportDocument Document)
{
    private const int MostOfSubject = 200;

    /// <summary>Composes the mail of one reader.</summary>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public static MonthlyMailModel Of(MonthlyMailView mail)
    {
        var view = mail.Month;
        var places = new MonthlyPlaces(view.Report, view.Profile, view.Reader);
        var sections = new MonthlyMailSections(mail, places);
        var summary = MonthlySentences.Of(view, places);
        var month = Month.Parse(view.Report.Month);
        var trends = sections.Trends();
        List<Section?> parts =
        [
            sections.Kpis(),
            sections.Parts(),
            trends,
            sections.Outcomes(),
            sections.Indicators(),
            sections.Caseload(),
            sections.NotRecorded(),
            sections.Revised(),
            sections.BehindTheLink(),
            MonthlyProvenance.HowToRead(view, isPage: false, hasCharts: trends is not null),
            MonthlyProvenance.Source(view),
        ];
        return new MonthlyMailModel(
            SubjectOf(view, places.Catchment, month),
            new ReportDocument(
                $"Key figures: {places.Catchment.Name}",
                PlainText.Clean(view.Profile.Name),
                Shown.Month(month),
                string.Join(' ', summary),
                summary,
                view.Facts.Page is { } page ? new DocumentLink(page, mail.IsCommissioner ? "Download the figures (sign-in needed)" : "Open the whole month (sign-in needed)") : null,
                [.. parts.OfType<Section>()],
                Footer(view, places.Catchment)));
    }

    private static string SubjectOf(MonthlyView view, Catchment catchment, Month month)
    {
        var subject = view.Profile.Mail.Monthly.Subject
            .Replace("{month}", Shown.Month(month), StringComparison.Ordinal)
            .Replace("{area}", catchment.Area.Name, StringComparison.Ordinal)
            .Replace("{place}", catchment.Name, StringComparison.Ordinal);
        return PlainText.Clean($"{subject}: {MonthlySentences.Verdict(view, catchment.Places[0])}", most: MostOfSubject);
    }

    private static IReadOnlyList<string> Footer(MonthlyView view, Catchment catchment) =>
    [
        $"For {PlainText.Clean(view.Reader.Name, "the reader")}, for {catchment.Name}. Sent every month by {PlainText.Clean(view.Profile.Name)}.",
        $"Questions, or a place that is not yours: reply to this mail ({PlainText.Clean(view.Profile.Mail.ReplyTo)}). Figures only; no child, family or practitioner is named.",
    ];
}
