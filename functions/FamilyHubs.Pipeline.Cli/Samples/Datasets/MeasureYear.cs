using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>How many of the children born in twelve months meet a measure when they are due for it.</summary>
/// <param name="Measure">Id of the KPI or indicator.</param>
/// <param name="First">First month of birth.</param>
/// <param name="Met">By month of birth.</param>
internal sealed record MeasureYear(string Measure, Month First, IReadOnlyList<int> Met)
{
    /// <summary>Those of a month of birth; null for other months.</summary>
    public int? Of(Month births)
    {
        var number = (births.Year - First.Year) * 12 + births.Number - First.Number;
        return number >= 0 && number < Met.Count ? Met[number] : null;
    }
}
