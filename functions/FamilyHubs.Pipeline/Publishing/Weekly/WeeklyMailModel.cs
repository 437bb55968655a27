using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The texts of a weekly mail.</summary>
/// <param name="Subject">One line: the period and the one thing to know.</param>
public sealed record WeeklyMailModel(string Subject, ReportDocument Document)
{
    private const int MostOfSubject = 200;

    /// <summary>Rows of a ranking by group. A reader of several places gets fewer, which keeps the mail under the size that clients cut.</summary>
    private const int MostRows = 10;
    private const int MostRowsOfTwo = 5;

    /// <summary>Composes the mail of one reader.</summary>
    /// <param name="report">After disclosure control for mails; a child list in it is ignored.</param>
    /// <param name="history">Earlier weeks as published; weeks of other places are ignored.</param>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public static WeeklyMailModel Of(WeeklyReport report, Profile profile, Reader reader, ReportFacts facts, IReadOnlyList<WeeklyTotal> history)
    {
        var catchment = new Catchment(reader, profile, report);
        var figures = new PlaceFigures(report, profile);
        var sentences = new WeeklySentences(figures, catchment);
        var sections = new WeeklySections(figures, catchment, profile, catchment.Featured.Count == 1 ? MostRows : MostRowsOfTwo, wide: false);
        var activity = new WeeklyActivity(figures, catchment, wide: false);
        var week = IsoWeek.Parse(report.Week);
        List<string> summary = [sentences.Rise(), sentences.LargestGroup(), sentences.NotRecorded()];
        List<Section?> parts =
        [
            sections.ByPlace(),
            sections.ByGroup(),
            sections.UnderFivesByDistrict(),
            sections.UnderFivesByGroup(),
            sections.Combinations(),
            activity.Changes(),
            activity.NotRecorded(),
            activity.Trend(history, report.AsOf),
            WeeklyProvenance.HowToRead(profile, profile.Disclosure.Profiles[profile.Disclosure.Mail]),
            WeeklyProvenance.Source(report, facts),
        ];
        return new WeeklyMailModel(
            SubjectOf(profile, catchment, week, sentences.Verdict()),
            new ReportDocument(
                $"Priority groups: {catchment.Name}",
                PlainText.Clean(profile.Name),
                Period(week),
                $"{summary[0]} {summary[2]}",
                summary,
                facts.Page is { } page ? new DocumentLink(page, "Open the full report (sign-in needed)") : null,
                [.. parts.OfType<Section>()],
                Footer(profile, reader, catchment)));
    }

    /// <summary>The week with its days, e.g. <c>Week 2019-W13: Monday 25 March to Sunday 31 March 2019</c>.</summary>
    internal static string Period(IsoWeek week) => $"Week {week}: Monday {Shown.Day(week.Monday)} to Sunday {Shown.Day(week.Sunday)}";

    internal static IReadOnlyList<string> Footer(Profile profile, Reader reader, Catchment catchment) =>
    [
        $"For {PlainText.Clean(reader.Name, "the manager")}, for the catchment {catchment.Name}. Sent every week by {PlainText.Clean(profile.Name)}.",
        $"Questions, or a catchment that is not yours: reply to this mail ({PlainText.Clean(profile.Mail.ReplyTo)}). Figures only; no child or family is named.",
    ];

    private static string SubjectOf(Profile profile, Catchment catchment, IsoWeek week, string verdict)
    {
        var subject = profile.Mail.Weekly.Subject
            .Replace("{week}", $"{week} (to {Shown.LongDay(week.Sunday)})", StringComparison.Ordinal)
            .Replace("{area}", catchment.Area.Name, StringComparison.Ordinal)
            .Replace("{place}", catchment.Name, StringComparison.Ordinal);
        return PlainText.Clean($"{subject}: {verdict}", most: MostOfSubject);
    }
}
