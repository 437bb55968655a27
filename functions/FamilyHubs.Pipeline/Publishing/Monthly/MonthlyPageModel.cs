using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The texts and figures of the page of a month.</summary>
internal static class MonthlyPageModel
{
    /// <inheritdoc cref="MonthlyPageComposer.ComposeAsync"/>
    public static ReportDocument Of(MonthlyView view)
    {
        var places = new MonthlyPlaces(view.Report, view.Profile, view.Reader);
        var catchment = places.Catchment;
        var month = Month.Parse(view.Report.Month);
        var trends = KpiSections.Trends(view, places);
        List<Section?> parts =
        [
            KpiSections.Table(view, places),
            trends,
            KpiSections.Parts(view, places),
            OutcomeSections.Table(view, places),
            OutcomeSections.Parts(view, places),
            IndicatorSections.Dashboard(view, places),
            IndicatorSections.Progress(view, places),
            CaseloadSections.Table(view, places),
            FamilySections.Families(view, places),
            FamilySections.Voice(view),
            PractitionerSections.Table(view, places),
            QualitySections.Table(view, places),
            NationalSections.Table(view),
            RevisionSections.Table(view, places),
            MonthlyProvenance.HowToRead(view, isPage: true, hasCharts: trends is not null),
            MonthlyProvenance.Source(view),
        ];
        return new ReportDocument(
            $"Key figures: {catchment.Name}",
            PlainText.Clean(view.Profile.Name),
            Shown.Month(month),
            "",
            MonthlySentences.Of(view, places),
            null,
            [.. parts.OfType<Section>()],
            [$"For {PlainText.Clean(view.Reader.Name, "the manager")}, for the catchment {catchment.Name}. Keep it within the service."]);
    }

    /// <summary>The first sentence of the summary.</summary>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public static string VerdictOf(MonthlyView view) => MonthlySentences.Of(view, new MonthlyPlaces(view.Report, view.Profile, view.Reader))[0];
}
