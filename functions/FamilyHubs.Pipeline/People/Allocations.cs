namespace FamilyHubs.Pipeline.People;

/// <summary>Which team has a person at a day (calculations.md 2, "Team at D").</summary>
public sealed class Allocations
{
    private readonly PersonRows<AllocationSpell> _spells;

    internal Allocations(PersonRows<AllocationSpell> spells, Teams teams) => (_spells, Teams) = (spells, teams);

    public Teams Teams { get; }

    /// <summary>Number of the team, or <see cref="Teams.None"/>: key team first, then the latest start, then the greatest RowIdentifier.</summary>
    public int At(int person, DateOnly at)
    {
        AllocationSpell? team = null;
        foreach (var spell in _spells.Of(person))
        {
            if (DateOnly.FromDateTime(spell.Since) <= at && at < spell.To
                && (team is not { } best || (spell.IsKeyTeam, spell.Since, spell.Row).CompareTo((best.IsKeyTeam, best.Since, best.Row)) > 0))
            {
                team = spell;
            }
        }

        return team is { } found ? Teams.Find(found.Team) : Teams.None;
    }
}
