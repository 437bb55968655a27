namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A district of the profile, or a place outside it.</summary>
internal sealed class SamplePlace
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Code of the quadrant; null outside.</summary>
    public string? Quadrant { get; init; }

    /// <summary>Relative size.</summary>
    public required double Weight { get; init; }

    public required IReadOnlyList<SamplePostcode> Postcodes { get; init; }

    /// <summary>Teams that serve it; none outside.</summary>
    public required IReadOnlyList<SampleTeam> Teams { get; init; }

    public required IReadOnlyList<SampleOrganisation> Schools { get; init; }
}
