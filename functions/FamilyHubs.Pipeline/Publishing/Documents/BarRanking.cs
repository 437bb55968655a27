using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>Orders rows by figure and scales their bars (calculations.md 3): competition ranking, equal figures by name in ordinal order, no rank for 0 or a suppressed figure.</summary>
internal static class BarRanking
{
    /// <summary>Ranked rows first, then suppressed ones, zeros, and those outside the ranking in the order given.</summary>
    public static List<RankedBar> Of(IReadOnlyList<BarInput> rows, bool hasBeside)
    {
        var ranked = rows.Where(row => row.InRanking)
            .OrderBy(row => row.Own switch { null => 1, 0 => 2, _ => 0 })
            .ThenByDescending(row => row.Own)
            .ThenBy(row => row.Label, StringComparer.Ordinal)
            .ToList();
        var longest = Longest(ranked, row => row.Own);
        var longestBeside = Longest(ranked, row => row.Beside);
        return [.. ranked.Concat(rows.Where(row => !row.InRanking)).Select(row => new RankedBar(
            row.InRanking ? Rank(row.Own, ranked) : "",
            row.Label,
            Bar(row.Own, longest, row.InRanking),
            hasBeside ? Bar(row.Beside, longestBeside, row.InRanking) : null,
            row.More))];
    }

    private static string Rank(int? own, List<BarInput> ranked)
    {
        if (own is null or 0)
        {
            return Shown.None;
        }

        var rank = 1 + ranked.Count(other => other.Own > own);
        var shared = ranked.Count(other => other.Own == own) > 1;
        return string.Create(CultureInfo.InvariantCulture, $"{rank}{(shared ? "=" : "")}");
    }

    private static double Longest(List<BarInput> rows, Func<BarInput, int?> figure) => Math.Max(rows.Max(figure) ?? 0, 1);

    private static BarValue Bar(int? value, double longest, bool drawn) => new(value, drawn ? Math.Clamp((value ?? 0) / longest, 0, 1) : 0);
}
