using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>What a manager must know of a month, in plain sentences worked out from the figures of the first place of the catchment.</summary>
internal static class MonthlySentences
{
    private const string ThisMonth = "month";
    private const string YearToDate = "ytd";
    private const int April = 4;

    public static IReadOnlyList<string> Of(MonthlyView view, MonthlyPlaces places)
    {
        var place = places.Catchment.Places[0];
        var kpis = KpisOf(view, place, ThisMonth);
        return [Targets(view, place, kpis), .. Year(view, place), .. NearMisses(view, place, kpis), .. Outcomes(view, place)];
    }

    /// <summary>The one thing to know, for a subject: <c>2.34 below target</c>. What cannot be compared is never counted as on target.</summary>
    public static string Verdict(MonthlyView view, Place place)
    {
        var kpis = KpisOf(view, place, ThisMonth);
        var judged = kpis.Where(row => row.Rag is not null).ToList();
        var below = judged.Where(row => row.Rag != Rag.Green).Select(row => PlainText.Clean(row.Kpi)).ToList();
        return (judged.Count, below.Count) switch
        {
            (0, _) => "no indicator to compare",
            (_, > 0) => $"{Shown.List(below)} below target",
            _ when judged.Count == kpis.Count => "all indicators on target",
            _ => $"{judged.Count} of {kpis.Count} indicators on target, {kpis.Count - judged.Count} cannot be compared",
        };
    }

    private static string Targets(MonthlyView view, Place place, List<KpiFigure> kpis)
    {
        var judged = kpis.Where(row => row.Rag is not null).ToList();
        if (judged.Count == 0)
        {
            return $"No key performance indicator of {place.Name} can be compared with its target this month.";
        }

        if (Below(view, judged) is { } below)
        {
            return $"{below} below target in {place.Name}{(judged.Count < kpis.Count ? $" ({judged.Count} of {kpis.Count} indicators can be compared)" : "")}.";
        }

        return judged.Count == kpis.Count
            ? $"All key performance indicators of {place.Name} are on or above target."
            : $"{judged.Count} of {kpis.Count} key performance indicators of {place.Name} can be compared with {(judged.Count == 1 ? "its target, and is on or above it" : "their targets, and all are on or above them")}.";
    }

    /// <summary>The year so far, which commissioners judge by; in April it is the month.</summary>
    private static IEnumerable<string> Year(MonthlyView view, Place place)
    {
        var judged = KpisOf(view, place, YearToDate).Where(row => row.Rag is not null).ToList();
        if (judged.Count > 0 && Periods.Month.Parse(view.Report.Month).First.Month != April)
        {
            yield return Below(view, judged) is { } below
                ? $"Over the year to date {below} below target."
                : $"Over the year to date {(judged.Count == 1 ? "the one indicator" : $"all {judged.Count} indicators")} that can be compared {(judged.Count == 1 ? "is" : "are")} on or above target.";
        }
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
            var least = rows.Exists(row => row.Active is null) ? "At least " : "";
            yield return $"{least}{Shown.Count(rows.Sum(row => row.Active ?? 0))} outcome plans are active in {place.Name}, in {rows.Count} measures.";
        }
    }

    /// <summary>Those below target by name, with the verb; null when none is.</summary>
    private static string? Below(MonthlyView view, List<KpiFigure> judged)
    {
        var below = judged.Where(row => row.Rag != Rag.Green).ToList();
        return below.Count == 0
            ? null
            : $"{Shown.List([.. below.Select(row => $"{KpiSections.NameOf(view.Profile, row.Kpi)} ({Shown.Percent(row.Percentage)} against {Shown.Number(row.Target)}%)")])} "
                + (below.Count == 1 ? "is" : "are");
    }

    private static List<KpiFigure> KpisOf(MonthlyView view, Place place, string period) =>
        [.. view.Report.Kpis.Where(row => row.Level == place.Level && row.Code == place.Code && row.Period == period)];
}
