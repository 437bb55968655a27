namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>The counts of a proportion in one report.</summary>
/// <param name="Others">Denominator less numerator.</param>
internal sealed record ShareCells(CountCell Numerator, CountCell Denominator, CountCell Others);
