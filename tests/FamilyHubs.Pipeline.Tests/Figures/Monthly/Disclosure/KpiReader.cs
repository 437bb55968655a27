using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;

/// <summary>
/// A reader who has kept every snapshot and puts them together. Knows nothing of how the product hides: each period is the sum of its months,
/// each place of its parts, and what did not change from one snapshot to the next is taken to be the same.
/// </summary>
internal sealed class KpiReader(Profile profile)
{
    private readonly DisclosureTable _table = new();
    private readonly List<bool> _hidden = [];
    private readonly Dictionary<string, int> _cells = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Cell)> _secrets = [];

    /// <summary>Reads a snapshot.</summary>
    /// <param name="computed">The truth, which says only which counts are alike.</param>
    /// <param name="published">What the reader sees.</param>
    /// <param name="monthly">True count of a KPI, place and measure in one month.</param>
    public void Read(MonthlyReport computed, MonthlyReport published, Func<KpiFigure, Month, int, int> monthly)
    {
        var month = Month.Parse(computed.Month);
        Dictionary<(string Kpi, string Period, int Measure), Dictionary<(string Level, string Code), int>> places = [];
        foreach (var (row, shown) in computed.Kpis.Zip(published.Kpis))
        {
            var range = row.Period switch { "ytd" => month.YearToDate, "rolling12" => month.Rolling12, _ => [month] };
            int[] truth = [row.Denominator!.Value, row.Numerator!.Value, row.NearMiss!.Value];
            int?[] seen = [shown.Denominator, shown.Numerator, shown.NearMiss];
            var cells = new int[3];
            for (var measure = 0; measure < 3; measure++)
            {
                cells[measure] = Cell($"{row.Kpi} {row.Level} {row.Code} {measure} {range[0]}-{range[^1]} = {truth[measure]}", truth[measure], seen[measure], isPublished: measure < 2);
                int[] months = [.. range.Select(m => monthly(row, m, measure) is var count
                    ? Cell($"{row.Kpi} {row.Level} {row.Code} {measure} {m}-{m} = {count}", count, null, isPublished: false) : 0)];
                if (range.Count > 1)
                {
                    _table.AddSum(cells[measure], months);
                }

                var key = (row.Kpi, row.Period, measure);
                if (!places.TryGetValue(key, out var all))
                {
                    places.Add(key, all = []);
                }

                all.Add((row.Level, row.Code), cells[measure]);
            }

            var others = _table.Add($"{row.Kpi} {row.Level} {row.Code} {range[0]}-{range[^1]} not met", truth[0] - truth[1], isShown: false);
            _hidden.Add(true);
            _table.AddSum(cells[0], cells[1], others);
            _secrets.Add(($"{month}: not met, {row.Kpi} {row.Level} {row.Code} {row.Period}", others));
            // Near misses are published nowhere.
            for (var measure = 0; measure < 3; measure++)
            {
                if (seen[measure] is null)
                {
                    _secrets.Add(($"{month}: measure {measure}, {row.Kpi} {row.Level} {row.Code} {row.Period}", cells[measure]));
                }
            }
        }

        foreach (var all in places.Values)
        {
            foreach (var quadrant in profile.Geography.Quadrants)
            {
                _table.AddSum(all[("quadrant", quadrant.Code)], [.. quadrant.Districts.Select(d => all[("district", d.Code)])]);
            }

            var area = all[("area", profile.Geography.Area.Code)];
            _table.AddSum(area, [.. profile.Geography.Quadrants.Select(q => all[("quadrant", q.Code)])]);
            _table.AddSum(area, [.. all.Where(place => place.Key.Level == "team").Select(place => place.Value)]);
        }
    }

    /// <summary>Small counts that nobody should know and the reader has found.</summary>
    public IReadOnlyList<string> Found()
    {
        var found = DisclosureAttack.Recover(_table, _hidden).Where(cell => cell.Value is > 0 and < 5).Select(cell => cell.Cell).ToHashSet();
        return [.. _secrets.Where(secret => found.Contains(secret.Cell)).Select(secret => secret.Name)];
    }

    private int Cell(string name, int value, int? seen, bool isPublished = true)
    {
        if (!_cells.TryGetValue(name, out var cell))
        {
            // Zeros are always shown, so that a hidden count is at least one; the numerator of a hidden denominator may be zero too.
            _cells.Add(name, cell = _table.Add(name, value, isShown: isPublished && value > 0));
            _hidden.Add(true);
        }

        if (seen is not null)
        {
            if (!_table.Cells[cell].IsShown)
            {
                // Seen first as a month of something, now by itself.
                var copy = _table.Add(name, value);
                _hidden.Add(false);
                _table.AddSum(cell, copy);
            }
            else
            {
                _hidden[cell] = false;
            }
        }

        return cell;
    }
}
