using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>What a manager must know of a month, in plain sentences worked out from the figures of the first place of the catchment.</summary>
internal static class MonthlySentences
{
    public static IReadOnlyList<string> Of(MonthlyView view, MonthlyPlaces places)
    {
        var place = places.Catchment.Places[0];
        var kpis = view.Report.Kpis.Where(row => row.Level == place.Level && row.Code == place.Code && row.Period == "month").ToList();
        return [Targets(view, place, kpis), .. NearMisses(view, place, kpis), .. Outcomes(view, place)];
    }

    private static string Targets(MonthlyView view, Place place, List<KpiFigure> kpis)
    {
        var judged = kpis.Where(row => row.Rag is not null).ToList();
        if (judged.Count == 0)
        {
            return $"No key performance indicator of {place.Name} can be compared with its target this month.";
        }

        var below = judged.Where(row => row.Rag != Rag.Green).ToList();
        var hidden = judged.Count < kpis.Count ? $" ({judged.Count} of {kpis.Count} can be compared)" : "";
        return below.Count == 0
            ? $"All key performance indicators of {place.Name} are on or above target{hidden}."
            : $"{Shown.List([.. below.Select(row => $"{KpiSections.NameOf(view.Profile, row.Kpi)} ({Shown.Percent(row.Percentage)} against {Shown.Number(row.Target)}%)")])} "
                + $"{(below.Count == 1 ? "is" : "are")} below target in {place.Name}{hidden}.";
    }

    private static IEnumerable<string> NearMisses(MonthlyView view, Place place, List<KpiFigure> kpis)
    {
        var most = kpis.Where(row => row.NearMiss > 0).OrderByDescending(row => row.NearMiss).FirstOrDefault();
        if (most is not null)
        {
            yield return $"{Shown.Count(most.NearMiss)} {(most.NearMiss == 1 ? "family or child" : "families or children")} in {place.Name} had the review of "
                + $"{KpiSections.NameOf(view.Profile, most.Kpi)} in time, but without the assessment that counts.";
        }
    }

    private static IEnumerable<string> Outcomes(MonthlyView view, Place place)
    {
        var rows = view.Report.Outcomes.Where(row => row.Level == place.Level && row.Code == place.Code && row.StartYear is null && row.Cohort > 0).ToList();
        if (rows.Count > 0)
        {
            yield return $"{Shown.Count(rows.Sum(row => row.Active ?? 0))} outcome plans are active in {place.Name}, in {rows.Count} measures.";
        }
    }
}
