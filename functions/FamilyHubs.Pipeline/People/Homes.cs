namespace FamilyHubs.Pipeline.People;

/// <summary>Where persons live at a day (calculations.md 2, "Home at D").</summary>
public sealed class Homes
{
    /// <summary>No home is recorded.</summary>
    public const int None = -2;

    /// <summary>The home has no postcode, or one that the reference does not have.</summary>
    public const int NotInReference = -1;

    private readonly PersonRows<HomeSpell> _spells;

    internal Homes(PersonRows<HomeSpell> spells) => _spells = spells;

    /// <summary>
    /// Number of the home's postcode in the <see cref="PostcodeReference"/>, <see cref="NotInReference"/> or <see cref="None"/>:
    /// the address begun last among those begun by that day and not ended by it, then the greatest RowIdentifier.
    /// </summary>
    public int At(int person, DateOnly at)
    {
        HomeSpell? home = null;
        foreach (var spell in _spells.Of(person))
        {
            if (DateOnly.FromDateTime(spell.Since) <= at && at < spell.To
                && (home is not { } best || (spell.Since, spell.Row).CompareTo((best.Since, best.Row)) > 0))
            {
                home = spell;
            }
        }

        return home?.Postcode ?? None;
    }
}
