namespace FamilyHubs.Pipeline.Figures;

/// <summary>A row of a level that people are counted in.</summary>
/// <param name="Level">One of <see cref="Levels"/>.</param>
/// <param name="Name">Null for a team whose name has not arrived.</param>
public sealed record Place(string Level, string Code, string? Name)
{
    /// <summary>False for unknown and outside, which are reported beside the area and have no rank (calculations.md 3).</summary>
    public bool IsRanked => Level is not (Levels.Unknown or Levels.Outside);
}
