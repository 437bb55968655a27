using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Csv;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The KPIs and outcomes of a catchment as files, with its parts and the area. A hidden figure is an empty cell, and its row says so.</summary>
internal static class MonthlyCsv
{
    private const string ContentType = "text/csv; charset=utf-8";

    public static IReadOnlyList<MailAttachment> Files(MonthlyView view)
    {
        var places = new MonthlyPlaces(view.Report, view.Profile, view.Reader);
        List<Place> all = [.. places.Catchment.Places.Concat(places.Parts).Append(places.Catchment.Area).Distinct()];
        return [Kpis(view, all), Outcomes(view, all)];
    }

    private static MailAttachment Kpis(MonthlyView view, List<Place> places)
    {
        using var csv = new SafeCsv(
            "Month", "Level", "Code", "Place", "KPI", "Title", "Period", "Numerator", "Denominator", "Percentage", "Lower", "Upper", "Target", "Mark", "Colour",
            "Near misses", "Suppressed");
        foreach (var place in places)
        {
            foreach (var row in view.Report.Kpis.Where(row => row.Level == place.Level && row.Code == place.Code))
            {
                Start(csv, view, place)
                    .Text(row.Kpi).Text(view.Profile.Kpis.FirstOrDefault(kpi => kpi.Id == row.Kpi)?.Title).Text(row.Period)
                    .Number(row.Numerator).Number(row.Denominator).Number(row.Percentage).Number(row.Lower).Number(row.Upper).Number(row.Target)
                    .Text(row.Mark).Text(row.Rag).Number(row.NearMiss).Text(Suppressed(row.Suppressed))
                    .EndRow();
            }
        }

        return File("kpis", view, csv);
    }

    private static MailAttachment Outcomes(MonthlyView view, List<Place> places)
    {
        using var csv = new SafeCsv(
            "Month", "Level", "Code", "Place", "Measure", "Title", "Year of start", "Cohort", "Active", "Completed", "Abandoned", "Achieved", "Achieved percentage",
            "Lower", "Upper", "Target", "Colour", "Suppressed");
        foreach (var place in places)
        {
            foreach (var row in view.Report.Outcomes.Where(row => row.Level == place.Level && row.Code == place.Code))
            {
                Start(csv, view, place)
                    .Text(row.Measure).Text(view.Profile.OutcomeMeasures.FirstOrDefault(one => one.Id == row.Measure)?.Title).Text(row.StartYear)
                    .Number(row.Cohort).Number(row.Active).Number(row.Completed).Number(row.Abandoned).Number(row.Achieved).Number(row.AchievedPercentage)
                    .Number(row.Lower).Number(row.Upper).Number(row.Target).Text(row.Rag).Text(Suppressed(row.Suppressed))
                    .EndRow();
            }
        }

        return File("outcomes", view, csv);
    }

    private static SafeCsv Start(SafeCsv csv, MonthlyView view, Place place) => csv.Text(view.Report.Month).Text(place.Level).Text(place.Code).Text(place.Name);

    private static string Suppressed(bool suppressed) => suppressed ? "yes" : "no";

    private static MailAttachment File(string name, MonthlyView view, SafeCsv csv) => new($"{name}-{view.Report.Month}.csv", ContentType, csv.ToBytes());
}
