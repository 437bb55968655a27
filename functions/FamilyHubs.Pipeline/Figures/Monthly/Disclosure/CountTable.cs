using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>
/// The counts of one part of a report, of the earlier publications that readers have of it, and how they depend on each other. First every count is
/// added, then the sums, of which the table is made at the end.
/// </summary>
internal sealed class CountTable(DisclosurePlaces places, DisclosureRuleInForce rule)
{
    private readonly Dictionary<(string Measure, string Level, string Code), CountSeries> _series = [];
    private readonly List<Action<DisclosureTable>> _sums = [];
    private readonly List<CountCell> _hidden = [];

    /// <summary>The counts and sums, for tests that attack what is published.</summary>
    public DisclosureTable Table { get; } = new();

    public bool[] Suppressed { get; private set; } = [];

    /// <summary>Adds a count.</summary>
    /// <param name="measure">What is counted. The same name is the same count, wherever it stands.</param>
    /// <param name="level">Level of the place.</param>
    /// <param name="code">Code of the place.</param>
    /// <param name="months">Months counted.</param>
    /// <param name="value">The true count.</param>
    /// <param name="state">Where it stands.</param>
    /// <exception cref="InvalidOperationException">A part is larger than its whole: figures that contradict each other are not published.</exception>
    public CountCell Add(string measure, string level, string code, MonthRange months, int value, CountState state)
    {
        if (value < 0)
        {
            throw new InvalidOperationException($"The figures of {measure} at {level} {code} contradict each other. Compute them again before they are published.");
        }

        // A zero is never hidden. Where its row shows none, its denominator is small, and says no more.
        var count = new CountCell(level, code, months, value, value == 0 && state == CountState.HiddenEarlier ? CountState.Derived : state);
        if (!_series.TryGetValue((measure, level, code), out var series))
        {
            _series.Add((measure, level, code), series = new CountSeries($"{measure} {level} {code}", WeightOf(level)));
        }

        series.Add(count);
        return count;
    }

    /// <summary>A figure of a wider place is worth more: it is what commissioners read first, and what few small numbers hang on.</summary>
    private static int WeightOf(string level) => level switch
    {
        Levels.Area => 3,
        Levels.Quadrant => 2,
        Levels.District => 1,
        _ => 0,
    };

    /// <summary>Adds a proportion, whose counts are two measures; who is not in the numerator follows from them.</summary>
    public ShareCells AddShare(
        (string Numerator, string Denominator) measures, string level, string code, MonthRange months, int numerator, int denominator, (CountState Numerator, CountState Denominator) states)
    {
        var cells = new ShareCells(
            Add(measures.Numerator, level, code, months, numerator, states.Numerator),
            Add(measures.Denominator, level, code, months, denominator, states.Denominator),
            Add(measures.Numerator + " others", level, code, months, denominator - numerator, CountState.Derived));
        AddSum(cells.Denominator, cells.Numerator, cells.Others);
        return cells;
    }

    /// <summary>Asks that a count is hidden although it is large enough.</summary>
    public void Hide(CountCell count) => _hidden.Add(count);

    /// <summary>Says that counts add up to another.</summary>
    public void AddSum(CountCell total, params CountCell[] parts) =>
        _sums.Add(table => table.AddSum(total.Number, [.. parts.Select(part => part.Number)]));

    /// <summary>Says that counts are parts of another, if they are: figures of several sources need not be.</summary>
    public void AddListedSum(CountCell total, params CountCell[] parts)
    {
        if (parts.Length > 0 && parts.Sum(part => (long)part.Value) <= total.Value)
        {
            _sums.Add(table => table.AddListedSum(total.Number, [.. parts.Select(part => part.Number)]));
        }
    }

    /// <summary>Says that one count is never above another, if it is not.</summary>
    public void AddOrder(CountCell lesser, CountCell greater)
    {
        if (lesser.Value <= greater.Value)
        {
            _sums.Add(table => table.AddOrder(lesser.Number, greater.Number));
        }
    }

    /// <summary>Adds the sums over places of one count of one report and period.</summary>
    public void AddPlaces(IEnumerable<CountCell> counts, bool exact)
    {
        CountCell[] all = [.. counts];
        _sums.Add(table => places.AddSums(table, all.ToDictionary(count => (count.Level, count.Code), count => count.Number), exact));
    }

    /// <summary>Makes the table and decides what is suppressed.</summary>
    /// <exception cref="InvalidOperationException">The figures contradict each other, or cannot be protected.</exception>
    public void Suppress()
    {
        foreach (var series in _series.Values)
        {
            series.Build(Table);
        }

        foreach (var add in _sums)
        {
            add(Table);
        }

        Suppressed = new DisclosureControl(rule.Threshold).Suppress(Table, [.. _hidden.Select(count => count.Number)]);
    }

    public bool IsSuppressed(CountCell count) => Suppressed[count.Number];

    /// <summary>Whether numerator, percentage and all that follows from it are hidden.</summary>
    public bool IsSuppressed(ShareCells share) => IsSuppressed(share.Numerator) || IsSuppressed(share.Denominator) || IsSuppressed(share.Others);

    /// <summary>The count as it is shown; null when suppressed.</summary>
    public int? Show(CountCell count) => IsSuppressed(count) ? null : rule.Round(count.Value);
}
