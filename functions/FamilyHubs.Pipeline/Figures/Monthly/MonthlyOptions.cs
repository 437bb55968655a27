namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>What a monthly report holds besides its tables; for sign-in pages only.</summary>
/// <param name="Practitioners">Outcome activity by practitioner.</param>
/// <param name="Families">The families most in need.</param>
public sealed record MonthlyOptions(bool Practitioners = false, bool Families = false);
