namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>What the page of a month needs beyond the report of the contract. Kept beside it, for the product's own use.</summary>
/// <param name="Trends">The KPIs of the last 24 months at every place that has a denominator in one of them.</param>
/// <param name="Means">Last year's and this year's means of the indicators.</param>
/// <param name="FamilyDistricts">District of each family most in need, by family id.</param>
/// <param name="Practitioners">Outcome activity by practitioner with the residents of a district, by its code.</param>
public sealed record MonthlyDetails(
    IReadOnlyList<KpiMonthCount> Trends,
    IReadOnlyList<IndicatorMean> Means,
    IReadOnlyDictionary<string, string> FamilyDistricts,
    IReadOnlyDictionary<string, IReadOnlyList<PractitionerFigure>> Practitioners)
{
    /// <summary>None.</summary>
    public static MonthlyDetails Empty { get; } = new(
        [],
        [],
        new Dictionary<string, string>(StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyList<PractitionerFigure>>(StringComparer.Ordinal));
}
