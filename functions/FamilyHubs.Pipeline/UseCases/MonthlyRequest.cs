namespace FamilyHubs.Pipeline.UseCases;

/// <param name="Extract">Compute from this extract instead of the newest; the result is not published when it is an older one.</param>
/// <param name="Practitioners">Add outcome activity by practitioner.</param>
/// <param name="Families">Add the families most in need.</param>
/// <param name="Publish">False for a look at the figures that leaves no trace.</param>
/// <param name="OnlyChanges">Publish only when a figure differs from what is published: a look back at a past month.</param>
public sealed record MonthlyRequest(
    string? Extract = null, bool Practitioners = false, bool Families = false, bool Publish = true, bool OnlyChanges = false);
