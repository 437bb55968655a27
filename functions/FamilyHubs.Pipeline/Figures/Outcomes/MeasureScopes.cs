using FamilyHubs.Pipeline.Figures.Monthly;

namespace FamilyHubs.Pipeline.Figures.Outcomes;

/// <summary>Whom a measure counts: everyone, or the residents of its quadrant only, at every level (calculations.md 7).</summary>
internal sealed class MeasureScopes
{
    private readonly MonthlyContext _context;
    private readonly string[] _quadrants;
    private readonly string?[] _scopes;

    public MeasureScopes(MonthlyContext context)
    {
        _context = context;
        _quadrants = [.. context.Profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts.Select(_ => quadrant.Code))];
        _scopes = [.. context.Episodes.Definitions.Measures.Select(measure => measure.Scope?.Quadrant)];
    }

    public bool Counts(int measure, int person) =>
        _scopes[measure] is not { } scope
        || (_context.Residents.District(person) is var district && district >= 0 && string.Equals(_quadrants[district], scope, StringComparison.Ordinal));
}
