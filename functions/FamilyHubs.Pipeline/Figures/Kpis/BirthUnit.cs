namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>What a cohort is made of: a child, or the children of one birth, twins for instance (calculations.md 5, "Unit family").</summary>
/// <param name="Birth">Day of birth; of several the earliest.</param>
/// <param name="Children">Numbers in the register, by record id; out or not.</param>
internal readonly record struct BirthUnit(DateOnly Birth, ReadOnlyMemory<int> Children);
