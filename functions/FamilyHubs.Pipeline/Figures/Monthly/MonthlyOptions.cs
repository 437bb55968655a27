using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>What a monthly report holds besides its tables; for sign-in pages only.</summary>
/// <param name="Practitioners">Outcome activity by practitioner.</param>
/// <param name="Families">The families most in need.</param>
/// <param name="Ingest">What the reader and the ledger found in the extract, for data quality.</param>
public sealed record MonthlyOptions(bool Practitioners = false, bool Families = false, IReadOnlyList<Finding>? Ingest = null);
