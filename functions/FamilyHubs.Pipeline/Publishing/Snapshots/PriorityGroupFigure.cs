namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>A figure of the weekly report.</summary>
/// <param name="Group">One group, several joined by |, or empty.</param>
internal sealed record PriorityGroupFigure(
    string Level, string Code, string Section, string Group, string Measure, double? Value, int? Rank, bool Suppressed);
