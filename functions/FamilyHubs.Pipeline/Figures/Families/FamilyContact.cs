namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>A contact with a member of a family.</summary>
/// <param name="Event">SREvent.RowIdentifier.</param>
/// <param name="At">DateEvent.</param>
/// <param name="IsReach">By a mode that is a meaningful reach.</param>
/// <param name="Mode">The mode as the profile writes it; null when none is recorded, or one that the profile does not know.</param>
internal readonly record struct FamilyContact(int Person, long Event, DateTime At, bool IsReach, string? Mode);
