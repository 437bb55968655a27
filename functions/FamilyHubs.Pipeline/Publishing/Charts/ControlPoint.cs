namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>What a control chart draws at a point besides its value.</summary>
/// <param name="Mean">Mean of its part of the chart; null while that has no limits.</param>
/// <param name="Lower">Lower control limit.</param>
/// <param name="Upper">Upper control limit.</param>
/// <param name="Tone">1 for a special cause that is an improvement or neither, -1 for one of concern, 0 for common cause.</param>
/// <param name="Restarts">The chart starts again at this point.</param>
public sealed record ControlPoint(double? Mean, double? Lower, double? Upper, int Tone, bool Restarts = false);
