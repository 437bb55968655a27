namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>Units of a KPI, added up.</summary>
/// <param name="Denominator">Units in the cohort.</param>
/// <param name="Numerator">Of those, units met.</param>
/// <param name="NearMiss">Of those not met, units with a qualifying review that lacks the required component.</param>
public readonly record struct KpiCount(int Denominator, int Numerator, int NearMiss)
{
    public static KpiCount operator +(KpiCount left, KpiCount right) => new(
        left.Denominator + right.Denominator, left.Numerator + right.Numerator, left.NearMiss + right.NearMiss);
}
