namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>A figure that a later run of the same month gives otherwise.</summary>
/// <param name="Section">Part of the report: kpis, national, outcomes, indicators, caseload.</param>
/// <param name="Level">Level of the place.</param>
/// <param name="Code">Code of the place.</param>
/// <param name="Item">What is counted, e.g. <c>2.01:month</c>.</param>
/// <param name="Measure">percentage, cohort, count …</param>
/// <param name="First">As first reported; null where there was none.</param>
/// <param name="Now">As now; null where there is none any more.</param>
public sealed record RevisedFigure(string Section, string Level, string Code, string Item, string Measure, FigureValue First, FigureValue Now)
{
    /// <summary>Why it changed, in words; null when two reports are merely compared.</summary>
    public string? Reason { get; init; }

    /// <summary>Now less first, in the unit of the figure; null when one is missing. In decimal digits, so that 89.8 less 88.5 is 1.3.</summary>
    public double? Difference => First.Value is { } first && Now.Value is { } now ? (double)((decimal)now - (decimal)first) : null;
}
