namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>A figure that a partner sent in (extracts.md 5).</summary>
/// <param name="Code">AreaCode: code of the place, a team's name at level team.</param>
/// <param name="Period">2019-03, 2018/19 Q4 or 2018/19.</param>
internal sealed record ReturnRow(
    string Organisation,
    string Indicator,
    string Level,
    string Code,
    string Period,
    double? Numerator,
    double? Denominator,
    double? Value);
