using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>One count at one place over different months and in different reports: a month in a year to date, the same month in two revisions.</summary>
/// <param name="code">Names it in the table.</param>
/// <param name="weight">What readers lose with it.</param>
internal sealed class CountSeries(string code, int weight)
{
    private readonly List<CountCell> _counts = [];

    /// <summary>Adds a count. Those of the report to be published come first: earlier ones are believed as far as they fit them.</summary>
    public void Add(CountCell count) => _counts.Add(count);

    /// <summary>Adds the cells, and the sums of those ranges that others divide.</summary>
    public void Build(DisclosureTable table)
    {
        var timeline = new Timeline();
        List<(MonthRange Months, int Cell)> whole = [];
        foreach (var same in _counts.GroupBy(count => (count.Months, count.Value)))
        {
            var cell = table.Add(
                FormattableString.Invariant($"{code} {same.Key.Months.First}-{same.Key.Months.Last}"),
                same.Key.Value,
                same.Any(count => count.State == CountState.Shown),
                Earlier(same),
                weight);
            foreach (var count in same)
            {
                count.Number = cell;
            }

            if (timeline.TryAdd(From(same.Key.Months), To(same.Key.Months), same.Key.Value))
            {
                whole.Add((same.Key.Months, cell));
            }
        }

        AddSums(table, timeline, whole);
    }

    private void AddSums(DisclosureTable table, Timeline timeline, List<(MonthRange Months, int Cell)> whole)
    {
        var cells = whole.ToDictionary(range => (timeline.PartOf(From(range.Months)), From(range.Months), To(range.Months)), range => range.Cell);
        var segments = timeline.Segments.OrderBy(segment => segment.From).ToArray();
        foreach (var (months, cell) in whole)
        {
            var (from, to) = (From(months), To(months));
            var parts = segments.Where(segment => segment.Part == timeline.PartOf(from) && from <= segment.From && segment.To <= to).ToArray();
            if (parts.Length > 1)
            {
                table.AddSum(cell, [.. parts.Select(CellOf)]);
            }
        }

        int CellOf((int Part, int From, int To, long Value) segment)
        {
            var key = (segment.Part, segment.From, segment.To);
            if (!cells.TryGetValue(key, out var cell))
            {
                cells[key] = cell = table.Add(FormattableString.Invariant($"{code} {segment.From}-{segment.To}"), (int)segment.Value, isShown: false);
            }

            return cell;
        }
    }

    private static EarlierPublication Earlier(IEnumerable<CountCell> same)
    {
        var states = same.Select(count => count.State).ToHashSet();
        return states.Contains(CountState.ShownEarlier) ? EarlierPublication.Shown
            : states.Contains(CountState.HiddenEarlier) ? EarlierPublication.Hidden
            : EarlierPublication.None;
    }

    private static int From(MonthRange months) => Number(months.First);

    private static int To(MonthRange months) => Number(months.Last) + 1;

    private static int Number(Month month) => (month.Year * 12) + month.Number;
}
