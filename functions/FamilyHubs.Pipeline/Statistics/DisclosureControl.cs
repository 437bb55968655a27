namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Decides which counts of a publication are suppressed, so that none below the threshold is shown or can be worked out (calculations.md 9.1 to 9.3).</summary>
/// <param name="threshold">The lowest count that may be shown; 0 or 1 shows all.</param>
public sealed class DisclosureControl(int threshold)
{
    /// <summary>For each cell of the table: whether it is suppressed. Zeros never are.</summary>
    /// <exception cref="InvalidOperationException">A count can be recovered whatever is suppressed; the table must not be published.</exception>
    public bool[] Suppress(DisclosureTable table) => Suppress(table, []);

    /// <param name="table">The table.</param>
    /// <param name="more">Cells that are suppressed besides those below the threshold.</param>
    /// <exception cref="InvalidOperationException">A count can be recovered whatever is suppressed; the table must not be published.</exception>
    public bool[] Suppress(DisclosureTable table, IReadOnlyCollection<int> more) => Suppress(table, more, DisclosureAttack.Recover);

    /// <param name="attack">Cells that the attacker recovers from what is left.</param>
    internal bool[] Suppress(DisclosureTable table, IReadOnlyCollection<int> more, Func<DisclosureTable, IReadOnlyList<bool>, IReadOnlyList<RecoveredCell>> attack)
    {
        var suppression = new Suppression(table, threshold);
        suppression.Primary(more);
        if (table.Cells.Any(cell => cell.Earlier != EarlierPublication.None))
        {
            // What earlier publications give away by themselves cannot be taken back.
            suppression.GiveUp(attack(table, [.. table.Cells.Select(cell => cell.Value > 0)]));
        }

        while (true)
        {
            suppression.Secondary();
            var exposed = attack(table, suppression.Cells).Where(found => suppression.IsProtected(found.Cell)).ToArray();
            if (exposed.Length == 0)
                return suppression.Result();
            suppression.Cover(exposed);
        }
    }

    /// <summary>A count as it is shown: to the nearest multiple of <paramref name="roundTo"/>, half away from zero; 0 or 1 leaves it as it is (calculations.md 9.4).</summary>
    public static int Round(int count, int roundTo) =>
        roundTo <= 1 ? count : (int)(decimal.Round((decimal)count / roundTo, MidpointRounding.AwayFromZero) * roundTo);
}
