namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>An immunisation that was given.</summary>
/// <param name="Content">SRImmunisationContent.RowIdentifier.</param>
/// <param name="Dose">Which dose; null when not recorded.</param>
internal readonly record struct DoseGiven(DateOnly Day, long Content, string? Dose);
