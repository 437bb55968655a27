using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>Outcome activity by practitioner with the residents of the catchment (E19-97), for 1-to-1s. Only for readers whose role allows it: never in a mail.</summary>
internal static class PractitionerSections
{
    private const string Nobody = "none";

    /// <summary>Null when the report has no list.</summary>
    public static Section? Table(MonthlyView view, MonthlyPlaces places)
    {
        if (view.Report.Practitioners is null)
        {
            return null;
        }

        var rows = places.Districts.SelectMany(district => view.Details.Practitioners.GetValueOrDefault(district) ?? [])
            .GroupBy(row => (row.PractitionerId, row.Measure))
            .Select(Sum)
            .GroupBy(row => row.PractitionerId, StringComparer.Ordinal)
            .OrderBy(practitioner => practitioner.Key == Nobody)
            .ThenBy(practitioner => practitioner.Key.Length)
            .ThenBy(practitioner => practitioner.Key, StringComparer.Ordinal)
            .ToList();
        return new Section("practitioners", "Outcome activity by practitioner", rows.Count == 0
            ? [new Paragraph($"No outcome plan of a resident of {places.Catchment.Name} is recorded.")]
            :
            [
                new Paragraph("The latest plans of the residents of your catchment, by the practitioner who recorded them. Practitioner is the SystmOne record id."),
                .. rows.Select(practitioner => new Details(
                    practitioner.Key == Nobody ? "No practitioner recorded" : $"Practitioner {PlainText.Clean(practitioner.Key)}", [TableOf(view, practitioner)])),
            ]);
    }

    private static DataTable TableOf(MonthlyView view, IGrouping<string, PractitionerFigure> practitioner) => new(
        practitioner.Key == Nobody ? "Plans without practitioner" : $"Plans of practitioner {PlainText.Clean(practitioner.Key)}",
        [
            new DataColumn("Measure", false), new DataColumn("Cohort"), new DataColumn("Active"), new DataColumn("Completed"), new DataColumn("Abandoned"),
            new DataColumn("Achieved"),
        ],
        [
            .. practitioner.Select(row => (IReadOnlyList<string>)
            [
                OutcomeSections.NameOf(view.Profile, row.Measure), Shown.Count(row.Cohort), Shown.Count(row.Active), Shown.Count(row.Completed),
                Shown.Count(row.Abandoned), Shown.Count(row.Achieved),
            ]),
        ]);

    private static PractitionerFigure Sum(IGrouping<(string PractitionerId, string Measure), PractitionerFigure> rows) => new(
        rows.Key.PractitionerId,
        rows.Key.Measure,
        rows.Sum(row => row.Cohort),
        rows.Sum(row => row.Active),
        rows.Sum(row => row.Completed),
        rows.Sum(row => row.Abandoned),
        rows.Sum(row => row.Achieved));
}
