namespace FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;

/// <summary>One child of a made-up cohort.</summary>
/// <param name="Kpi">Number of the KPI.</param>
/// <param name="Month">Months since the first one.</param>
/// <param name="District">Number of the district.</param>
/// <param name="Team">Number of the team.</param>
/// <param name="Status">0 neither, 1 nearly met, 2 met.</param>
internal sealed record Unit(int Kpi, int Month, int District, int Team, int Status);
