namespace FamilyHubs.Pipeline.Statistics;

/// <summary>The counts of a publication and how they depend on each other: what disclosure control and an attacker both see of its shape.</summary>
public sealed class DisclosureTable
{
    private readonly List<DisclosureCell> _cells = [];
    private readonly List<DisclosureSum> _sums = [];
    private readonly List<(int Lesser, int Greater)> _orders = [];

    public IReadOnlyList<DisclosureCell> Cells => _cells;

    public IReadOnlyList<DisclosureSum> Sums => _sums;

    /// <summary>Pairs of cells of which the first is never above the second, e.g. people and memberships.</summary>
    public IReadOnlyList<(int Lesser, int Greater)> Orders => _orders;

    /// <summary>Adds a count and gives its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int Add(string code, int value, bool isShown = true, EarlierPublication earlier = EarlierPublication.None, int weight = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        _cells.Add(new DisclosureCell(code, value, isShown, earlier, weight));
        return _cells.Count - 1;
    }

    /// <summary>Adds a sum of counts.</summary>
    /// <exception cref="InvalidOperationException">The parts do not add up to the total: figures that contradict each other are not published.</exception>
    public void AddSum(int total, params IReadOnlyCollection<int> parts)
    {
        var sum = parts.Sum(part => (long)_cells[part].Value);
        if (sum != _cells[total].Value)
            throw new InvalidOperationException($"The parts of {_cells[total].Code} do not add up to it. Compute the figures again before they are published.");
        _sums.Add(new DisclosureSum(total, [.. parts]));
    }

    /// <summary>
    /// Adds a sum of which perhaps not every part is listed: what the listed ones leave of the total stands nowhere, but can be worked out,
    /// so that it is protected like any count.
    /// </summary>
    /// <exception cref="InvalidOperationException">The parts are together above the total.</exception>
    public void AddListedSum(int total, params IReadOnlyCollection<int> parts)
    {
        var rest = _cells[total].Value - parts.Sum(part => (long)_cells[part].Value);
        if (rest < 0)
            throw new InvalidOperationException($"The parts of {_cells[total].Code} are above it. Compute the figures again before they are published.");
        AddSum(total, rest == 0 ? parts : [.. parts, Add(_cells[total].Code + " rest", (int)rest, isShown: false)]);
    }

    /// <summary>Says that one count is never above another.</summary>
    public void AddOrder(int lesser, int greater) => _orders.Add((lesser, greater));

    /// <summary>Adds the counts of a proportion (calculations.md 9.2): those not in the numerator follow from the other two.</summary>
    public ProportionCells AddProportion(string code, int numerator, int denominator)
    {
        var cells = new ProportionCells(
            Add(code + " numerator", numerator), Add(code + " denominator", denominator), Add(code + " others", denominator - numerator, isShown: false));
        AddSum(cells.Denominator, cells.Numerator, cells.Others);
        return cells;
    }
}
