namespace FamilyHubs.Pipeline.Statistics;

/// <summary>The suppressed cells of a table while they are being chosen.</summary>
internal sealed class Suppression
{
    private readonly DisclosureTable _table;
    private readonly int _threshold;
    private readonly List<int>[] _sumsOf;
    private readonly List<int>[] _orderedWith;
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen;
    private readonly bool[] _isLost;

    public Suppression(DisclosureTable table, int threshold)
    {
        _table = table;
        _threshold = threshold;
        Cells = new bool[table.Cells.Count];
        _isOpen = new bool[table.Sums.Count];
        _isLost = new bool[table.Cells.Count];
        _sumsOf = Lists(table.Cells.Count);
        _orderedWith = Lists(table.Cells.Count);
        for (var sum = 0; sum < table.Sums.Count; sum++)
            foreach (var cell in Members(table.Sums[sum]))
                _sumsOf[cell].Add(sum);
        foreach (var (lesser, greater) in table.Orders)
        {
            _orderedWith[lesser].Add(greater);
            _orderedWith[greater].Add(lesser);
        }
    }

    public bool[] Cells { get; }

    /// <summary>Whether nobody may find the cell: it is suppressed, was so earlier, or is small and never shown.</summary>
    public bool IsProtected(int cell) => !_isLost[cell] && _table.Cells[cell] switch
    {
        { Earlier: EarlierPublication.Shown } => false,
        { Earlier: EarlierPublication.Hidden } or { IsShown: true } => Cells[cell],
        _ => IsSmall(cell),
    };

    /// <summary>Suppresses every count below the threshold but zero, what was hidden earlier, and what is asked for besides.</summary>
    public void Primary(IEnumerable<int> more)
    {
        foreach (var cell in more.Where(cell => _table.Cells[cell] is { Value: > 0, Earlier: not EarlierPublication.Shown }))
            Suppress(cell);
        for (var cell = 0; cell < Cells.Length; cell++)
            if (IsSmall(cell) || (_table.Cells[cell] is { Earlier: EarlierPublication.Hidden, Value: > 0 }))
                Suppress(cell);
    }

    /// <summary>Leaves unprotected what is known whatever is done.</summary>
    public void GiveUp(IEnumerable<RecoveredCell> lost)
    {
        foreach (var (cell, _) in lost)
            _isLost[cell] = true;
    }

    /// <summary>The cells that are suppressed in the end. A count that is known whatever is done is no secret and is shown, unless it is small.</summary>
    public bool[] Result() => [.. Cells.Select((isSuppressed, cell) => isSuppressed && (!_isLost[cell] || IsSmall(cell)))];

    /// <summary>Goes on until no sum gives away what is suppressed in it.</summary>
    public void Secondary()
    {
        while (_open.TryDequeue(out var number))
        {
            _isOpen[number] = false;
            var sum = _table.Sums[number];
            if (GivesAway(sum) && Next(sum) is { } cell)
                Suppress(cell);
        }
    }

    /// <summary>Suppresses one more cell near each exposed one, but one only for all that lie around it: the next attack says whether more is needed.</summary>
    public void Cover(IReadOnlyList<RecoveredCell> exposed)
    {
        var covered = new HashSet<int>();
        var isAnyCovered = false;
        foreach (var (cell, _) in exposed)
        {
            if (covered.Contains(cell))
                continue;
            var seen = new HashSet<int> { cell };
            if (FindCover(cell, seen) is { } cover)
            {
                Suppress(cover);
                seen.UnionWith(Neighbours(cover));
                isAnyCovered = true;
            }
            covered.UnionWith(seen);
        }
        if (!isAnyCovered)
            throw new InvalidOperationException(
                $"{_table.Cells[exposed[0].Cell].Code} can be worked out whatever is suppressed. The figures must not be published.");
    }

    private bool IsSmall(int cell) => _table.Cells[cell].Value is var value && value > 0 && value < _threshold;

    private void Suppress(int cell)
    {
        if (Cells[cell])
            return;
        Cells[cell] = true;
        foreach (var sum in _sumsOf[cell])
        {
            if (_isOpen[sum])
                continue;
            _isOpen[sum] = true;
            _open.Enqueue(sum);
        }
    }

    /// <summary>One cell alone is suppressed; or those of a shown total are together below the threshold, or so many that each must be the highest count below it.</summary>
    private bool GivesAway(DisclosureSum sum)
    {
        var (count, together, small) = (0, 0L, 0);
        foreach (var part in sum.Parts)
        {
            if (!Cells[part])
                continue;
            count++;
            together += _table.Cells[part].Value;
            small += IsSmall(part) ? 1 : 0;
        }
        if (Cells[sum.Total])
            return count == 0;
        return count > 0 && (count == 1 || together < _threshold || (small == count && together == (long)count * (_threshold - 1)));
    }

    /// <summary>
    /// What a sum that gives something away hides next. The total is last: it is above its parts, and as large as one only where that has no
    /// other. But a total that is not shown costs nothing.
    /// </summary>
    private int? Next(DisclosureSum sum)
    {
        var part = Cheapest(sum.Parts);
        return part is { } cell && (!_table.Cells[cell].IsShown || _table.Cells[sum.Total].IsShown) ? cell : Cheapest([sum.Total]) ?? part;
    }

    /// <summary>The cell whose loss costs least: one that is not shown, then one of the lowest weight, the smallest, the lowest code, the first; null when all others are suppressed, known anyway or zero.</summary>
    private int? Cheapest(IEnumerable<int> cells)
    {
        int? best = null;
        foreach (var cell in cells)
            if (!Cells[cell] && !_isLost[cell] && _table.Cells[cell] is { Value: > 0, Earlier: not EarlierPublication.Shown } && (best is null || IsCheaper(_table.Cells[cell], _table.Cells[best.Value])))
                best = cell;
        return best;
    }

    private static bool IsCheaper(DisclosureCell left, DisclosureCell right)
    {
        if (left.IsShown != right.IsShown)
            return right.IsShown;
        if (left.Weight != right.Weight)
            return left.Weight < right.Weight;
        if (left.Value != right.Value)
            return left.Value < right.Value;
        return string.CompareOrdinal(left.Code, right.Code) < 0;
    }

    /// <summary>The cheapest shown cell of the nearest sums: those of the cell itself, then those of the suppressed cells in them, and so on.</summary>
    /// <param name="seen">The cells that were looked at.</param>
    private int? FindCover(int cell, HashSet<int> seen)
    {
        var ring = new List<int> { cell };
        while (ring.Count > 0)
        {
            var next = ring.SelectMany(Neighbours).Where(seen.Add).ToList();
            if (Cheapest(next.Where(other => _table.Cells[other].IsShown)) is { } cover)
                return cover;
            ring = next;
        }
        return null;
    }

    private IEnumerable<int> Neighbours(int cell) =>
        _sumsOf[cell].SelectMany(sum => Members(_table.Sums[sum])).Concat(_orderedWith[cell]);

    private static IEnumerable<int> Members(DisclosureSum sum) => [.. sum.Parts, sum.Total];

    private static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var index = 0; index < count; index++)
            lists[index] = [];
        return lists;
    }
}
