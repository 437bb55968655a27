namespace FamilyHubs.Pipeline.Statistics;

/// <summary>A count that was not published and that an attacker found.</summary>
public readonly record struct RecoveredCell(int Cell, long Value);
