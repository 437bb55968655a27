namespace FamilyHubs.Pipeline.Statistics;

/// <summary>
/// An attacker who knows how the figures of a publication depend on each other and reads what is published. Sees no count that is not:
/// adds and subtracts all sums (<see cref="LinearAttack"/>) and narrows each count down (<see cref="BoundsAttack"/>), each with what the other found, until neither finds more.
/// </summary>
public static class DisclosureAttack
{
    /// <summary>The cells that can be recovered exactly, in the order of their numbers.</summary>
    /// <param name="suppressed">For each cell of the table; a cell that is not shown is unknown anyway.</param>
    public static IReadOnlyList<RecoveredCell> Recover(DisclosureTable table, IReadOnlyList<bool> suppressed)
    {
        var known = new long?[table.Cells.Count];
        for (var cell = 0; cell < known.Length; cell++)
        {
            var count = table.Cells[cell];
            known[cell] = count.Earlier == EarlierPublication.Shown || (count.IsShown && !suppressed[cell]) ? count.Value : null;
        }
        var published = (long?[])known.Clone();

        while (BoundsAttack.Run(table, known) || LinearAttack.Run(table, known))
        {
            // Each finds what it can alone; a find of one may help the other.
        }

        var found = new List<RecoveredCell>();
        for (var cell = 0; cell < known.Length; cell++)
            if (published[cell] is null && known[cell] is { } value)
                found.Add(new RecoveredCell(cell, value));
        return found;
    }
}
