using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The commissioners' pack as the page of a snapshot shows it beside the files: what their mail says, with every chart.</summary>
/// <param name="Summary">What to know, in plain sentences.</param>
/// <param name="Sections">Key performance indicators and their parts, trends, outcomes, indicators, how to read them.</param>
public sealed record MonthlyPack(IReadOnlyList<string> Summary, IReadOnlyList<Section> Sections)
{
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    internal static MonthlyPack Of(MonthlyMailView mail)
    {
        var places = new MonthlyPlaces(mail.Month.Report, mail.Month.Profile, mail.Month.Reader);
        var sections = new MonthlyMailSections(mail, places);
        var trends = sections.Trends();
        List<Section?> parts =
        [
            sections.Kpis(), sections.Parts(), trends, sections.Outcomes(), sections.Indicators(),
            MonthlyProvenance.HowToRead(mail.Month, isPage: false, hasCharts: trends is not null),
        ];
        return new MonthlyPack(MonthlySentences.Of(mail.Month, places), [.. parts.OfType<Section>()]);
    }
}
