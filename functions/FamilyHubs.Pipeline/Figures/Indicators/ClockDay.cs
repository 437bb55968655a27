namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>A day on which the clock of a timeliness indicator starts or stops.</summary>
/// <param name="Indicator">Number of the indicator among those of kind timeliness.</param>
internal readonly record struct ClockDay(short Indicator, DateOnly Day);
