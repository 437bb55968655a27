namespace FamilyHubs.Pipeline.Statistics;

/// <summary>
/// Finds every count that follows from the published ones by adding and subtracting, in any number of steps. The sums are a system of linear
/// equations; a count follows from them exactly when it is the same in all solutions. Two solutions are drawn at random modulo a prime of
/// 61 bits: a count that is equal in both follows (that it is equal by chance has a probability of 4e-19, and would only hide a cell more).
/// </summary>
internal sealed class LinearAttack
{
    private readonly List<Dictionary<int, ulong>> _rows = [];
    private readonly List<ulong> _constants = [];
    private readonly Dictionary<int, HashSet<int>> _rowsOf = [];
    private readonly List<(int Cell, int Row)> _pivots = [];

    private LinearAttack(DisclosureTable table, long?[] known)
    {
        foreach (var sum in table.Sums)
            AddRow(sum, known);
    }

    /// <summary>Fills in what follows; true when something did.</summary>
    public static bool Run(DisclosureTable table, long?[] known)
    {
        var attack = new LinearAttack(table, known);
        attack.Eliminate();
        var first = attack.Solve(seed: 1);
        var second = attack.Solve(seed: 2);
        var found = false;
        foreach (var (cell, _) in attack._pivots)
        {
            if (first[cell] != second[cell])
                continue;
            known[cell] = (long)first[cell];
            found = true;
        }
        return found;
    }

    /// <summary>Parts less total = 0, the known ones on the other side.</summary>
    private void AddRow(DisclosureSum sum, long?[] known)
    {
        var row = new Dictionary<int, ulong>();
        var constant = 0UL;
        foreach (var part in sum.Parts)
            Add(part, 1);
        Add(sum.Total, PrimeField.Minus(1));
        if (row.Count == 0)
            return;
        foreach (var cell in row.Keys)
            RowsOf(cell).Add(_rows.Count);
        _rows.Add(row);
        _constants.Add(constant);

        void Add(int cell, ulong factor)
        {
            if (known[cell] is { } value)
                constant = PrimeField.Add(constant, PrimeField.Multiply(PrimeField.Minus(factor), (ulong)value));
            else
                row[cell] = PrimeField.Add(row.GetValueOrDefault(cell), factor);
        }
    }

    /// <summary>Gaussian elimination. The cell in the fewest rows goes next, which keeps the rows short: most cells of a table are in one or two sums.</summary>
    private void Eliminate()
    {
        var queue = new PriorityQueue<int, (int Degree, int Cell)>();
        foreach (var (cell, rows) in _rowsOf)
            queue.Enqueue(cell, (rows.Count, cell));
        while (queue.TryDequeue(out var cell, out var priority))
        {
            var rows = RowsOf(cell);
            if (rows.Count == 0)
                continue;
            if (rows.Count != priority.Degree)
            {
                queue.Enqueue(cell, (rows.Count, cell));
                continue;
            }
            var pivot = Shortest(rows);
            Remove(pivot);
            foreach (var row in rows.ToArray())
                Subtract(pivot, row, cell);
            _pivots.Add((cell, pivot));
        }
    }

    private int Shortest(HashSet<int> rows)
    {
        var best = -1;
        foreach (var row in rows)
            if (best < 0 || (_rows[row].Count, row).CompareTo((_rows[best].Count, best)) < 0)
                best = row;
        return best;
    }

    private void Remove(int row)
    {
        foreach (var cell in _rows[row].Keys)
            RowsOf(cell).Remove(row);
    }

    private void Subtract(int pivot, int row, int cell)
    {
        var (from, to) = (_rows[pivot], _rows[row]);
        var factor = PrimeField.Minus(PrimeField.Multiply(to[cell], PrimeField.Inverse(from[cell])));
        foreach (var (other, value) in from)
        {
            var sum = PrimeField.Add(to.GetValueOrDefault(other), PrimeField.Multiply(factor, value));
            if (sum == 0)
            {
                to.Remove(other);
                RowsOf(other).Remove(row);
            }
            else
            {
                to[other] = sum;
                RowsOf(other).Add(row);
            }
        }
        _constants[row] = PrimeField.Add(_constants[row], PrimeField.Multiply(factor, _constants[pivot]));
    }

    /// <summary>A solution with random values for the cells that the equations leave free.</summary>
    private Dictionary<int, ulong> Solve(ulong seed)
    {
        var solution = new Dictionary<int, ulong>();
        for (var index = _pivots.Count - 1; index >= 0; index--)
        {
            var (cell, row) = _pivots[index];
            var value = _constants[row];
            foreach (var (other, factor) in _rows[row])
            {
                if (other == cell)
                    continue;
                if (!solution.TryGetValue(other, out var there))
                    solution.Add(other, there = PrimeField.Random((ulong)other, seed));
                value = PrimeField.Add(value, PrimeField.Minus(PrimeField.Multiply(factor, there)));
            }
            solution[cell] = PrimeField.Multiply(value, PrimeField.Inverse(_rows[row][cell]));
        }
        return solution;
    }

    private HashSet<int> RowsOf(int cell)
    {
        if (!_rowsOf.TryGetValue(cell, out var rows))
            _rowsOf.Add(cell, rows = []);
        return rows;
    }
}
