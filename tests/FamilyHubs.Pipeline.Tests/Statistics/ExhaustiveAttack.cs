using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

/// <summary>An attacker who tries every table of whole numbers that fits what is published. A second, naive implementation for small tables.</summary>
internal sealed class ExhaustiveAttack
{
    /// <summary>Highest count tried where no total bounds it.</summary>
    private const int Highest = 12;

    private readonly DisclosureTable _table;
    private readonly DisclosureSum[] _sums;
    private readonly int?[] _values;
    private readonly int[] _unknown;
    private readonly HashSet<int>[] _seen;
    private int _open;

    private ExhaustiveAttack(DisclosureTable table, DisclosureSum[] sums, bool[] suppressed)
    {
        _table = table;
        _sums = sums;
        _values = [.. table.Cells.Select((cell, index) => suppressed[index] ? (int?)null : cell.Value)];
        // Totals follow from their parts, so that only parts of no other sums are tried.
        _unknown = [.. Enumerable.Range(0, _values.Length).Where(cell => _values[cell] is null && sums.All(sum => sum.Total != cell))];
        _seen = [.. Enumerable.Range(0, _values.Length).Select(_ => new HashSet<int>())];
        _open = suppressed.Count(hidden => hidden);
    }

    /// <summary>The suppressed cells that have one value in all tables.</summary>
    public static IReadOnlyList<int> Recover(DisclosureTable table, DisclosureSum[] sums, bool[] suppressed)
    {
        var attack = new ExhaustiveAttack(table, sums, suppressed);
        attack.Try(0);
        return [.. Enumerable.Range(0, suppressed.Length).Where(cell => suppressed[cell] && attack._seen[cell].Count == 1)];
    }

    private void Try(int position)
    {
        if (_open == 0)
            return;
        if (position == _unknown.Length)
        {
            Note();
            return;
        }
        var cell = _unknown[position];
        for (var value = 1; value <= Highest; value++)
        {
            _values[cell] = value;
            if (Fits(cell))
                Try(position + 1);
        }
        _values[cell] = null;
    }

    /// <summary>No published total of the cell is passed already, or missed once all its parts are set.</summary>
    private bool Fits(int cell)
    {
        foreach (var sum in _sums)
        {
            if (!sum.Parts.Contains(cell) || _values[sum.Total] is not { } total)
                continue;
            var known = sum.Parts.Sum(part => _values[part] ?? 0);
            var left = sum.Parts.Count(part => _values[part] is null);
            if (known + left > total || (left == 0 && known != total))
                return false;
        }
        return true;
    }

    /// <summary>Works out the totals and, if they fit, notes every value.</summary>
    private void Note()
    {
        var values = (int?[])_values.Clone();
        foreach (var sum in _sums)
        {
            var total = sum.Parts.Sum(part => values[part]!.Value);
            if ((values[sum.Total] ?? total) != total)
                return;
            values[sum.Total] = total;
        }
        for (var cell = 0; cell < values.Length; cell++)
            if (_values[cell] is null || _unknown.Contains(cell))
                if (_seen[cell].Add(values[cell]!.Value) && _seen[cell].Count == 2)
                    _open--;
    }
}
