namespace FamilyHubs.Pipeline.UseCases;

/// <param name="Extract">Compute from this extract instead of the newest; the result is not published when it is an older one.</param>
/// <param name="Practitioners">Add outcome activity by practitioner.</param>
/// <param name="Families">Add the families most in need.</param>
public sealed record MonthlyRequest(string? Extract = null, bool Practitioners = false, bool Families = false);
