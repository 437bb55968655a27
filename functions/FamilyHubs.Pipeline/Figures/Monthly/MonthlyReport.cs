using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>The figures of a month (calculations.md 4-13, product.md "JSON of the two reports"). Serialised with camelCase names it is the JSON of the contract. Percentages run from 0 to 100, unrounded; null with denominator 0 or when suppressed, and the row then says suppressed.</summary>
/// <param name="Month">yyyy-MM.</param>
/// <param name="Practitioners">Sign-in pages only.</param>
/// <param name="Families">Families most in need; sign-in pages only.</param>
/// <param name="Progress">The before-and-after table; null in an area without one.</param>
public sealed record MonthlyReport(
    string Area,
    string Month,
    string Extract,
    string DefinitionVersion,
    IReadOnlyList<KpiFigure> Kpis,
    IReadOnlyList<OutcomeFigure> Outcomes,
    IReadOnlyList<IndicatorFigure> Indicators,
    IReadOnlyList<CaseloadFigure> Caseload,
    IReadOnlyList<NationalFigure> National,
    IReadOnlyList<DataQualityFigure> DataQuality,
    IReadOnlyList<PractitionerFigure>? Practitioners = null,
    IReadOnlyList<FamilyInNeed>? Families = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProgressFigure>? Progress = null);
