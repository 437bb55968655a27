namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>What makes a chart a control chart.</summary>
/// <param name="Points">One for each point of the chart.</param>
/// <param name="Target">In the unit of the values; null for none.</param>
/// <param name="Icons">Letters of the icons with their tone: H or L for a special cause, ~ for common cause; P, F or ? for the target.</param>
public sealed record ControlLines(IReadOnlyList<ControlPoint> Points, double? Target, IReadOnlyList<(string Letter, int Tone)> Icons);
