namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>Outcome activity of a practitioner (E19-97). Sign-in pages only.</summary>
/// <param name="PractitionerId">SRStaffMember record id, or none.</param>
public sealed record PractitionerFigure(
    string PractitionerId,
    string Measure,
    int Cohort,
    int Active,
    int Completed,
    int Abandoned,
    int Achieved);
